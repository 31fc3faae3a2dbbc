package io.exportctl.validate;

import io.exportctl.dataset.Platform;
import io.exportctl.validate.FileValues.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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

  /** Some values of all files; a loop, since most files have none of them. */
  List<Value> all(Function<FileValues, List<Value>> values, Predicate<Value> wanted) {
    List<Value> all = new ArrayList<>();
    for (CheckedFile file : files) {
      for (Value value : values.apply(file.values())) {
        if (wanted.test(value)) {
          all.add(value);
        }
      }
    }
    return all;
  }
}
