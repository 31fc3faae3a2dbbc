package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One thing that can be wrong across files. It looks at all of them, and reports every case. */
public interface WorkspaceRule {

  /**
   * Looks at all files.
   *
   * @param found takes every case
   */
  void check(CheckedWorkspace workspace, Consumer<Diagnostic> found);
}
