package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.store.StoredFile;
import io.exportctl.collection.ingestion.table.Staging;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The records of a dataset's runs: {@code runs/<name>/<date>/<run>.json}. */
public final class RunLog {

  private final Store store;
  private final String folder;
  private final Map<String, String> versions;
  private final Consumer<RunRecord> listener;

  /**
   * @param store the warehouse's root
   * @param versions of the program and its libraries, by name
   * @param listener told of each record that was written
   */
  public RunLog(
      Store store, String dataset, Map<String, String> versions, Consumer<RunRecord> listener) {
    this.store = store;
    this.folder = "runs/" + dataset;
    this.versions = Map.copyOf(versions);
    this.listener = listener;
  }

  void write(RunRecord record) {
    String path = "%s/%s/%s.json".formatted(folder, record.exportDate(), record.run());
    try {
      store.write(path, RunRecordJson.write(record, versions));
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "'%s' cannot be written (%s); check the warehouse's free space and permissions"
              .formatted(store.uri(path), e.getClass().getSimpleName()),
          e);
    }
    listener.accept(record);
  }

  /** Returns the newest record of a date that did something. */
  Optional<RunRecord> newest(LocalDate date) {
    List<RunRecord> records = list(folder + "/" + date);
    for (int i = records.size() - 1; i >= 0; i--) {
      if (records.get(i).state() != RunState.NOTHING_NEW) {
        return Optional.of(records.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns the newest record of a date that was published. */
  Optional<RunRecord> newestCompleted(LocalDate date) {
    return list(folder + "/" + date).stream()
        .filter(it -> it.state() == RunState.COMPLETED)
        .reduce((first, second) -> second);
  }

  /** Returns all records by date, then by run. */
  public List<RunRecord> all() {
    return list(folder);
  }

  /** Returns the branches of runs that are in progress, and began after a time. */
  public Set<String> branchesSince(Instant time) {
    return all().stream()
        .filter(it -> it.state() == RunState.IN_PROGRESS && it.started().isAfter(time))
        .map(it -> Staging.branch(it.run()))
        .collect(Collectors.toSet());
  }

  private List<RunRecord> list(String below) {
    List<RunRecord> records = new ArrayList<>();
    String reading = below;
    try {
      for (StoredFile file : store.list(below)) {
        if (file.path().endsWith(".json")) {
          reading = file.path();
          Optional<byte[]> bytes = store.read(file.path());
          if (bytes.isPresent()) {
            records.add(RunRecordJson.read(bytes.orElseThrow()));
          }
        }
      }
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "the records of runs at '%s' cannot be read (%s); check the warehouse and its permissions"
              .formatted(store.uri(reading), e.getClass().getSimpleName()),
          e);
    }
    return records;
  }
}
