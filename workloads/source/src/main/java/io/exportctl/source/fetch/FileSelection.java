package io.exportctl.source.fetch;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.load.FetchedFiles.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses the files to download among those that a page names. */
final class FileSelection {

  private final FetchConfig fetch;
  private final Map<String, Known> known;

  /**
   * Creates a selection.
   *
   * @param known files of the source that are stored, the oldest first
   */
  FileSelection(FetchConfig fetch, List<Known> known) {
    this.fetch = fetch;
    this.known =
        known.stream()
            .collect(Collectors.toMap(Known::name, Function.identity(), (one, other) -> other));
  }

  /**
   * A file to download.
   *
   * @param known as it was stored before
   */
  record Wanted(FoundFile file, Optional<Known> known) {}

  /**
   * Chooses; the newest is always among them, so that other bytes under its name are seen.
   *
   * @param found at least one, the oldest first
   */
  List<Wanted> choose(List<FoundFile> found) {
    List<FoundFile> eligible = found.stream().filter(it -> !isBefore(it, fetch.since())).toList();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < eligible.size(); i++) {
      FoundFile file = eligible.get(i);
      boolean isNewest = i == eligible.size() - 1;
      if (isNewest || (!known.containsKey(file.name()) && isWanted(file))) {
        wanted.add(new Wanted(file, Optional.ofNullable(known.get(file.name()))));
      }
    }
    return wanted;
  }

  private static boolean isBefore(FoundFile file, Optional<LocalDate> date) {
    return date.isPresent() && file.date().isPresent() && file.date().get().isBefore(date.get());
  }

  private boolean isWanted(FoundFile file) {
    return switch (fetch.files()) {
      case NEWEST -> false;
      case ALL -> true;
      case NEW -> known.isEmpty() ? fetch.since().isPresent() : !isBefore(file, newestDate());
    };
  }

  private Optional<LocalDate> newestDate() {
    return known.values().stream().flatMap(it -> it.date().stream()).max(LocalDate::compareTo);
  }
}
