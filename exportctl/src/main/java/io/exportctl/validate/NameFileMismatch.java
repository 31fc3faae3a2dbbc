package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.Set;
import java.util.stream.Stream;

/** A dataset is called like its file, so that a reviewer finds one by the other. */
final class NameFileMismatch implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    Set<Checked.Value> taken = DuplicateName.taken(workspace).keySet();
    return workspace
        .names()
        .filter(name -> !fits(name) && !taken.contains(name))
        .map(NameFileMismatch::diagnose);
  }

  /** Whether the file is called so; standard input has no name of its own. */
  static boolean fits(Checked.Value name) {
    return name.file().fileName().map(name.text()::equals).orElse(true);
  }

  private static Diagnostic diagnose(Checked.Value name) {
    String fileName = name.file().fileName().orElseThrow();
    return name.diagnose(
            RuleId.NAME_FILE_MISMATCH,
            "name " + quote(name.text()) + " differs from the file's " + quote(fileName))
        .withHelp("rename the file to " + name.text() + ".yaml, or write the file's name here");
  }
}
