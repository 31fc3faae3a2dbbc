package io.exportctl.register;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Inventory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The datasets of a workspace that can be read.
 *
 * @param entries the datasets, sorted by name, then by kind
 * @param unreadable the files that have errors; if {@code platform.yaml} is one of them, there are
 *     no entries, since all names depend on it
 */
public record Register(List<Entry> entries, List<Unreadable> unreadable) {

  public Register {
    entries = List.copyOf(entries);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Lists the datasets of a workspace.
   *
   * @param found the findings of its validation
   */
  public static Register of(Inventory inventory, Diagnostics found) {
    Map<String, Long> errors =
        found.onAnyDate().errors().all().stream()
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
    Set<String> overdue =
        found.filter(one -> one.rule() == RuleId.REVIEW_OVERDUE).all().stream()
            .map(one -> one.location().file())
            .collect(Collectors.toSet());
    List<Entry> entries =
        inventory.datasets().stream()
            .filter(file -> !errors.containsKey(file.document().file()))
            .map(file -> entry(file, platform, overdue))
            .sorted(
                Comparator.comparing((Entry entry) -> entry.dataset().name())
                    .thenComparing(entry -> entry.dataset().kind()))
            .toList();
    return new Register(entries, unreadable);
  }

  private static Entry entry(DatasetFile file, Platform platform, Set<String> overdue) {
    boolean isOverdue = overdue.contains(file.document().file());
    return new Entry(file, Kinds.read(file), platform, isOverdue);
  }

  /** Keeps the entries of some files, and the errors that keep these from being read. */
  public Register only(List<DatasetFile> files) {
    List<String> paths = files.stream().map(file -> file.document().file()).toList();
    return new Register(
        entries.stream().filter(entry -> files.contains(entry.file())).toList(),
        entries.isEmpty()
            ? unreadable
            : unreadable.stream().filter(file -> paths.contains(file.path())).toList());
  }

  /** Keeps some entries, and all unreadable files, as any of them might match. */
  public Register only(Predicate<Entry> wanted) {
    return new Register(entries.stream().filter(wanted).toList(), unreadable);
  }
}
