package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One thing that can be wrong in a dataset's file, whatever the others hold. */
interface FileRule {

  /**
   * Looks at one file.
   *
   * @param found takes every case
   */
  void check(FileValues file, Setting setting, Consumer<Diagnostic> found);
}
