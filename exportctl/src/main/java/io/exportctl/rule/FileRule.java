package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** One thing that can be wrong in a dataset's file, whatever the others hold. */
public interface FileRule {

  /**
   * Looks at one file.
   *
   * @param found takes every case
   */
  void check(FileValues file, RuleContext context, Consumer<Diagnostic> found);
}
