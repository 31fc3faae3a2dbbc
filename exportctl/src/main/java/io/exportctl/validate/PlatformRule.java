package io.exportctl.validate;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A rule for one file that platform.yaml is needed for: silent while that has its own errors. */
interface PlatformRule extends FileRule {

  @Override
  default void check(FileValues file, Setting setting, Consumer<Diagnostic> found) {
    if (setting.platform().isPresent()) {
      check(file, setting.platform().get(), setting, found);
    }
  }

  /**
   * Looks at one file.
   *
   * @param found takes every case
   */
  void check(FileValues file, Platform platform, Setting setting, Consumer<Diagnostic> found);
}
