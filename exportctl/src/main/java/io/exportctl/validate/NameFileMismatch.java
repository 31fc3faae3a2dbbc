package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.validate.FileValues.Value;
import io.exportctl.yaml.Mending;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dataset is called like its file, so that a reviewer finds one by the other. */
final class NameFileMismatch implements WorkspaceRule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    List<Value> misfits = workspace.all(FileValues::misfits);
    if (misfits.isEmpty()) {
      return Stream.empty();
    }
    Set<Location> taken =
        DuplicateName.taken(workspace).stream()
            .map(again -> again.name().location())
            .collect(Collectors.toSet());
    return misfits.stream()
        .filter(name -> !taken.contains(name.location()))
        .map(NameFileMismatch::diagnose);
  }

  /** Whether the file is called so; standard input has no name of its own. */
  static boolean fits(Value name) {
    return name.file().fileName().map(name.text()::equals).orElse(true);
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
        ? new Mending(name.file().document())
            .text(name.scalar(), fileName)
            .map(edit -> found.withFix(Mending.rewrite(edit, false)))
            .orElse(found)
        : found;
  }
}
