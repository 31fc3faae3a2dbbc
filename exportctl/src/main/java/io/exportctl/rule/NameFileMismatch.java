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

/** A dataset is called like its file, so that a reviewer finds one by the other. */
public final class NameFileMismatch implements WorkspaceRule {

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    List<Value> misfits = new ArrayList<>(0);
    for (FileValues file : workspace.files()) {
      for (Value name : file.names()) {
        if (!fits(name)) {
          misfits.add(name);
        }
      }
    }
    if (misfits.isEmpty()) {
      return;
    }
    Set<Location> taken = new HashSet<>();
    for (DuplicateName.Taken again : DuplicateName.taken(workspace)) {
      taken.add(again.name().location());
    }
    for (Value name : misfits) {
      if (!taken.contains(name.location())) {
        found.accept(diagnose(name));
      }
    }
  }

  /** Whether the file is called so; standard input has no name of its own. */
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
