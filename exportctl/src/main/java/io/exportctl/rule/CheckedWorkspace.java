package io.exportctl.rule;

import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Optional;

/**
 * The dataset files of a workspace, as seen by rules across files.
 *
 * @param files in the order of the inventory
 */
public record CheckedWorkspace(RuleContext context, List<FileValues> files) {

  public CheckedWorkspace {
    files = List.copyOf(files);
  }

  /** Returns the platform, or empty if its file has errors. */
  public Optional<Platform> platform() {
    return context.platform();
  }
}
