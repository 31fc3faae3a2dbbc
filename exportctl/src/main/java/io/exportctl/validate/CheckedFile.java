package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.rule.FileValues;
import java.util.List;

/**
 * A dataset's file, and what is to be said of it whatever the others hold.
 *
 * @param found what is wrong with it as YAML, by its schema and by the rules for one file
 * @param ignores what its comments say
 */
record CheckedFile(FileValues values, List<Diagnostic> found, List<Ignore> ignores) {

  CheckedFile {
    found = List.copyOf(found);
    ignores = List.copyOf(ignores);
  }
}
