package io.exportctl.cli.completion;

import io.exportctl.dataset.DatasetId;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Names of datasets; with their kinds if a slash was typed. */
public final class DatasetCandidates extends WorkspaceCandidates {

  @Override
  Stream<String> in(Path folder, String word) {
    boolean withKind = word.contains("/");
    return Workspace.around(folder).stream()
        .flatMap(workspace -> workspace.read().datasets().stream())
        .map(
            file ->
                withKind
                    ? file.id().map(DatasetId::toString).orElse("")
                    : file.fileName().orElse(""))
        .distinct();
  }
}
