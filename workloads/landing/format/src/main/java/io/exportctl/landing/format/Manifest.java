package io.exportctl.landing.format;

import java.util.List;

/**
 * Manifest of an extraction. It is the last object that is written: without it, nothing else of the
 * extraction counts.
 *
 * @param extractionTimestamp {@code yyyyMMddHHmmssZ} in UTC, as in the keys
 */
public record Manifest(
    String dataset,
    String extractionTimestamp,
    Snapshot snapshot,
    Encoding encoding,
    Compression compression,
    List<Table> tables,
    List<ExcludedTable> excludedTables) {

  /** Value of the key {@code format}; a reader refuses any other. */
  public static final String FORMAT = "exportctl-landing/1";

  public Manifest {
    tables = List.copyOf(tables);
    excludedTables = List.copyOf(excludedTables);
  }

  /** Rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** Bytes of JSON of all tables, before compression. */
  public long jsonBytes() {
    return tables.stream().mapToLong(Table::jsonBytes).sum();
  }

  /** Bytes of all parts, as stored. */
  public long bytes() {
    return tables.stream().flatMap(it -> it.parts().stream()).mapToLong(Part::bytes).sum();
  }
}
