package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports a dataset whose name differs from its file's, as reviewers find one by the other. */
public final class NameFileMismatch implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.NAME_FILE_MISMATCH);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    List<Value> mismatches = new ArrayList<>(0);
    for (FileValues file : workspace.files()) {
      for (Value name : file.names()) {
        if (!fits(name)) {
          mismatches.add(name);
        }
      }
    }
    if (mismatches.isEmpty()) {
      return;
    }
    Set<Location> duplicates = new HashSet<>();
    for (DuplicateName.Duplicate duplicate : DuplicateName.duplicates(workspace)) {
      duplicates.add(duplicate.name().location());
    }
    for (Value name : mismatches) {
      if (!duplicates.contains(name.location())) {
        found.accept(diagnose(name));
      }
    }
  }

  /** Returns true if the file has this name, or is standard input. */
  static boolean fits(Value name) {
    Optional<String> fileName = name.file().fileName();
    return fileName.isEmpty() || name.text().equals(fileName.get());
  }

  private static Diagnostic diagnose(Value name) {
    String fileName = name.file().fileName().orElseThrow();
    Diagnostic found =
        name.diagnose(
                RuleId.NAME_FILE_MISMATCH,
                "name " + quote(name.text()) + " differs from the file's " + quote(fileName))
            .withHelp(
                "rename the file to "
                    + name.text()
                    + ".yaml"
                    + (DatasetFile.isName(fileName) ? ", or write the file's name here" : ""));
    return DatasetFile.isName(fileName)
        ? new YamlEdits(name.file().document())
            .text(name.scalar(), fileName)
            .map(edit -> found.withFix(YamlEdits.rewrite(edit, false)))
            .orElse(found)
        : found;
  }
}
