package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One thing that can be wrong across files. It looks at all of them, and reports every case. */
interface WorkspaceRule {

  /**
   * Looks at all files.
   *
   * @param found takes every case
   */
  void check(Checked workspace, Consumer<Diagnostic> found);
}
