package io.exportctl.register;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Inventory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The datasets there are, as far as they can be read.
 *
 * @param entries sorted by name, then by kind
 * @param unreadable the files that have errors; {@code platform.yaml} among them leaves no entries,
 *     since all names follow from it
 */
public record Register(List<Entry> entries, List<Unreadable> unreadable) {

  public Register {
    entries = List.copyOf(entries);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * What is in a workspace.
   *
   * @param found what is wrong there
   */
  public static Register of(Inventory inventory, Diagnostics found) {
    Map<String, Long> errors =
        found.errors().all().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.location().file(), TreeMap::new, Collectors.counting()));
    List<Unreadable> unreadable =
        errors.entrySet().stream()
            .map(file -> new Unreadable(file.getKey(), file.getValue()))
            .toList();
    if (errors.containsKey(inventory.platform().file())) {
      return new Register(List.of(), unreadable);
    }
    Platform platform = Platform.read(inventory.platform());
    List<Entry> entries =
        inventory.datasets().stream()
            .filter(file -> !errors.containsKey(file.document().file()))
            .map(file -> new Entry(file, Kinds.read(file), platform))
            .sorted(
                Comparator.comparing((Entry entry) -> entry.dataset().name())
                    .thenComparing(entry -> entry.dataset().kind()))
            .toList();
    return new Register(entries, unreadable);
  }

  /** Those of some files; what keeps these from being read stays. */
  public Register only(List<DatasetFile> files) {
    List<String> paths = files.stream().map(file -> file.document().file()).toList();
    return new Register(
        entries.stream().filter(entry -> files.contains(entry.file())).toList(),
        entries.isEmpty()
            ? unreadable
            : unreadable.stream().filter(file -> paths.contains(file.path())).toList());
  }

  /** Some entries; any file that cannot be read might have been among them. */
  public Register only(Predicate<Entry> wanted) {
    return new Register(entries.stream().filter(wanted).toList(), unreadable);
  }
}
