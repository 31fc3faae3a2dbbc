package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.Upload;
import io.exportctl.landing.extractor.source.Catalogue;
import io.exportctl.landing.extractor.source.CatalogueReader;
import io.exportctl.landing.extractor.source.Chunk;
import io.exportctl.landing.extractor.source.Coordinator;
import io.exportctl.landing.extractor.source.ExportedSnapshot;
import io.exportctl.landing.extractor.source.SourceColumn;
import io.exportctl.landing.extractor.source.SourceTable;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Snapshot;
import io.exportctl.landing.format.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Extraction of a database, all or nothing: the tables are locked, one snapshot of them is read,
 * and everything that was written becomes visible at the end, the manifest last.
 */
public final class Extraction {

  private static final int STRUCTURE_ATTEMPTS = 3;

  private final Options options;
  private final Destination destination;
  private final InstantSource clock;
  private final Stop stop;
  private final Log log;

  public Extraction(
      Options options, Destination destination, InstantSource clock, Stop stop, Log log) {
    this.options = options;
    this.destination = destination;
    this.clock = clock;
    this.stop = stop;
    this.log = log;
  }

  /**
   * Extracts and publishes.
   *
   * @throws ExtractionException if nothing was published
   */
  public Manifest run() {
    Keys keys = Keys.of(options.dataset(), Keys.timestamp(clock.instant()));
    try {
      destination.check(keys.part("check", 0, 0, options.compression()));
      try (Coordinator coordinator = Coordinator.open(options.database(), options.dataset());
          LockWatch watch = LockWatch.start(options, stop)) {
        return run(coordinator, watch, keys);
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw ExtractionException.failed(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ExtractionException.failed("interrupted", e);
    }
  }

  /**
   * Reads which tables would be extracted, and locks nothing.
   *
   * @throws ExtractionException if an extraction would fail for its settings or rights
   */
  public Catalogue check() {
    try (Coordinator coordinator = Coordinator.open(options.database(), options.dataset())) {
      destination.check("data/check");
      return catalogue(coordinator);
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw ExtractionException.failed(e.getMessage(), e);
    }
  }

  private Manifest run(Coordinator coordinator, LockWatch watch, Keys keys)
      throws SQLException, IOException, InterruptedException {
    Catalogue catalogue = lock(coordinator);
    ExportedSnapshot exported = coordinator.snapshot();
    List<Chunk> chunks = catalogue.tables().stream().flatMap(it -> Chunk.of(it).stream()).toList();
    log.write(
        "snapshot", "tables", (long) catalogue.tables().size(), "lsn", exported.snapshot().lsn());
    List<ChunkWriter> written =
        new Workers(options, destination, keys, exported.id(), stop, log).run(chunks);
    try {
      watch.close();
      stop.check();
      coordinator.unlock();
      Manifest manifest = manifest(keys, exported.snapshot(), catalogue, written);
      List<Upload> uploads = written.stream().flatMap(it -> it.uploads().stream()).toList();
      new Publication(destination, keys).publish(uploads, manifest);
      log.write(
          "published",
          "manifest",
          keys.manifest(),
          "rows",
          manifest.rows(),
          "bytes",
          manifest.bytes());
      return manifest;
    } catch (SQLException | IOException | RuntimeException e) {
      written.forEach(ChunkWriter::abort);
      throw e;
    }
  }

  /** Locks the tables that are there, until none of them changed between the list and the lock. */
  private Catalogue lock(Coordinator coordinator) throws SQLException {
    Catalogue listed = catalogue(coordinator);
    for (int attempt = 0; attempt < STRUCTURE_ATTEMPTS; attempt++) {
      coordinator.lock(listed);
      Catalogue locked = catalogue(coordinator);
      if (locked.hasTheStructureOf(listed)) {
        return locked;
      }
      coordinator.unlock();
      listed = locked;
    }
    throw ExtractionException.gaveWay("tables changed all the time while they were to be locked");
  }

  private Catalogue catalogue(Coordinator coordinator) throws SQLException {
    Catalogue catalogue =
        CatalogueReader.read(
            coordinator.connection(), options.selection(), options.encoding(), options.hashKey());
    if (!catalogue.problems().isEmpty()) {
      throw ExtractionException.usage(String.join("\n", catalogue.problems()));
    }
    return catalogue;
  }

  private Manifest manifest(
      Keys keys, Snapshot snapshot, Catalogue catalogue, List<ChunkWriter> written) {
    return new Manifest(
        options.dataset(),
        keys.timestamp(),
        snapshot,
        options.encoding(),
        options.compression(),
        catalogue.tables().stream().map(it -> table(it, written)).toList(),
        catalogue.excluded());
  }

  private static Table table(SourceTable table, List<ChunkWriter> written) {
    List<Part> parts =
        written.stream()
            .filter(it -> it.chunk().table().equals(table))
            .flatMap(it -> it.parts().stream())
            .toList();
    return new Table(
        table.schema(),
        table.name(),
        table.tableName(),
        table.kind(),
        table.comment(),
        parts.stream().mapToLong(Part::rows).sum(),
        parts.stream().mapToLong(Part::jsonBytes).sum(),
        table.columns().stream().map(SourceColumn::column).toList(),
        table.excludedColumns(),
        parts);
  }

  private ExtractionException failure(SQLException e) {
    return stop.reason()
        .orElseGet(() -> ExtractionException.failed("the database: " + e.getMessage(), e));
  }
}
