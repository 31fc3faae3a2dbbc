package io.exportctl.validate;

import io.exportctl.dataset.Platform;
import io.exportctl.validate.FileValues.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
  List<Value> all(Function<FileValues, List<Value>> values) {
    List<Value> all = new ArrayList<>(files.size());
    for (CheckedFile file : files) {
      all.addAll(values.apply(file.values()));
    }
    return all;
  }
}
