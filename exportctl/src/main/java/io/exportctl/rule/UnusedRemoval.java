package io.exportctl.rule;

import io.exportctl.dataset.AllowedRemoval;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports a comment that allows the removal of a dataset that is still there: it would let the file
 * go unnoticed one day.
 */
public final class UnusedRemoval implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.UNUSED_REMOVAL);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Stream<YamlDocument> datasets = workspace.files().stream().map(file -> file.file().document());
    List<AllowedRemoval> allowed =
        Stream.concat(Stream.of(workspace.context().platformFile()), datasets)
            .filter(document -> !document.comments().isEmpty())
            .flatMap(document -> AllowedRemoval.in(document).stream())
            .toList();
    if (allowed.isEmpty()) {
      return;
    }
    Set<DatasetId> ids =
        workspace.files().stream()
            .map(FileValues::file)
            .map(DatasetFile::id)
            .flatMap(id -> id.stream())
            .collect(Collectors.toSet());
    for (AllowedRemoval one : allowed) {
      if (ids.contains(one.id())) {
        found.accept(
            Diagnostic.of(
                    one.document().location(one.comment().span()),
                    RuleId.UNUSED_REMOVAL,
                    "the comment lets %s go, and its file is still there".formatted(one.id()))
                .withHelp("remove the comment, or the file"));
      }
    }
  }
}
