package io.exportctl.rule;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A rule for one file that platform.yaml is needed for: silent while that has its own errors. */
public interface PlatformRule extends FileRule {

  @Override
  default void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    if (context.platform().isPresent()) {
      check(file, context.platform().get(), context, found);
    }
  }

  /**
   * Looks at one file.
   *
   * @param found takes every case
   */
  void check(FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found);
}
