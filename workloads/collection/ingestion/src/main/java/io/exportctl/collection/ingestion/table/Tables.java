package io.exportctl.collection.ingestion.table;

import io.exportctl.collection.ingestion.config.JobFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of a collection's tables.
 *
 * @param records every record by export date
 * @param latest one row an id, if there is such a table
 * @param redacted a copy of the table that users query, without its sensitive columns
 * @param erased digests of the ids that were erased
 */
public record Tables(
    String records, Optional<String> latest, Optional<String> redacted, String erased) {

  /** Returns the names for a job. */
  public static Tables of(JobFile job) {
    String name = job.name();
    boolean isLatest = job.latest().isPresent();
    return new Tables(
        isLatest ? name + "_changes" : name,
        isLatest ? Optional.of(name) : Optional.empty(),
        job.redacted() ? Optional.of(name + "_redacted") : Optional.empty(),
        name + "_erased");
  }

  /** All tables with rows of records. */
  public List<String> withRows() {
    return Stream.of(Stream.of(records), latest.stream(), redacted.stream())
        .flatMap(it -> it)
        .toList();
  }
}
