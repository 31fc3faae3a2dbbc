package io.exportctl.validate;

import io.exportctl.dataset.Platform;
import io.exportctl.validate.FileValues.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** Values of all files. */
  Stream<Value> all(Function<FileValues, List<Value>> values) {
    return files.stream().mapMulti((file, all) -> values.apply(file.values()).forEach(all));
  }
}
