package io.exportctl.validate;

import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Optional;

/**
 * What the rules across files look at.
 *
 * @param files in the order of the inventory
 */
record Checked(Setting setting, List<CheckedFile> files) {

  Checked {
    files = List.copyOf(files);
  }

  Optional<Platform> platform() {
    return setting.platform();
  }
}
