package io.exportctl.kind.collection;

import io.exportctl.dataset.Backlog;
import io.exportctl.text.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dates whose newest run failed.
 *
 * @param warehouse the bucket with the records of runs, {@code runs/<dataset>/<date>/<run>.json}
 */
record CollectionBacklog(String dataset, String warehouse) implements Backlog {

  /** Number of dates to look at, the newest first: no run catches up with older ones. */
  private static final int DATES = 31;

  @Override
  public List<Stuck> find(StoredFiles files, Instant now) {
    TreeMap<String, StoredFile> newest = new TreeMap<>();
    for (StoredFile file : files.list(warehouse, "runs/" + dataset + "/")) {
      newest.merge(
          date(file.key()),
          file,
          (one, other) -> other.written().isBefore(one.written()) ? one : other);
    }
    List<Stuck> stuck = new ArrayList<>();
    for (StoredFile file : newest.descendingMap().values().stream().limit(DATES).toList()) {
      failure(files, file)
          .map(
              reason ->
                  new Stuck(warehouse + "/" + file.key(), file.written(), Optional.of(reason)))
          .ifPresent(stuck::add);
    }
    stuck.sort(Comparator.comparing(Stuck::since));
    return List.copyOf(stuck);
  }

  private static String date(String key) {
    return key.substring(0, key.lastIndexOf('/'));
  }

  private Optional<String> failure(StoredFiles files, StoredFile run) {
    return files
        .text(warehouse, run.key())
        .flatMap(JsonReader::read)
        .filter(json -> json instanceof Map<?, ?> map && "FAILED".equals(map.get("state")))
        .map(json -> (Map<?, ?>) json)
        .map(json -> json.get("reason") + ": " + json.get("message"));
  }
}
