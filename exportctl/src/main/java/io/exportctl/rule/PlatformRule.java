package io.exportctl.rule;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A rule for a single file that needs a valid platform.yaml; skipped while that has errors. */
public interface PlatformRule extends FileRule {

  @Override
  default void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    if (context.platform().isPresent()) {
      check(file, context.platform().get(), context, found);
    }
  }

  /**
   * Checks a file.
   *
   * @param found receives each finding
   */
  void check(FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found);
}
