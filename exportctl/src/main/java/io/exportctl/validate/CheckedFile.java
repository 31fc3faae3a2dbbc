package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.rule.FileValues;
import java.util.List;

/**
 * A dataset file with the findings that do not depend on other files.
 *
 * @param found findings of the YAML reader, the schema and the rules for a single file
 * @param ignores comments that ignore warnings
 */
record CheckedFile(FileValues values, List<Diagnostic> found, List<Ignore> ignores) {

  CheckedFile {
    found = List.copyOf(found);
    ignores = List.copyOf(ignores);
  }

  CheckedFile with(List<Diagnostic> findings) {
    return new CheckedFile(values, findings, ignores);
  }
}
