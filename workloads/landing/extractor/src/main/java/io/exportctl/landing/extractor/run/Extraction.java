package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.Upload;
import io.exportctl.landing.extractor.source.Catalogue;
import io.exportctl.landing.extractor.source.CatalogueReader;
import io.exportctl.landing.extractor.source.Chunk;
import io.exportctl.landing.extractor.source.Coordinator;
import io.exportctl.landing.extractor.source.ExportedSnapshot;
import io.exportctl.landing.extractor.source.SourceTable;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Extraction of a database, all or nothing: the tables are locked, one snapshot of them is read,
 * and everything that was written becomes visible at the end, the manifest last.
 */
public final class Extraction {

  private static final int STRUCTURE_ATTEMPTS = 3;
  private static final String ADVICE =
      "; a second attempt ended the same way. On a standby, set hot_standby_feedback = on or a larger"
          + " max_standby_streaming_delay; otherwise run the job when the server is not restarted";

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
   * Extracts and publishes. If the snapshot is lost, there is one more attempt.
   *
   * @throws ExtractionException if nothing was published
   */
  public Manifest run() {
    long deadline = System.nanoTime() + options.times().max().toNanos();
    Instant first = clock.instant();
    try {
      return attempt(first, deadline, false);
    } catch (ExtractionException e) {
      if (!e.isSnapshotLost()) {
        throw e;
      }
      log.write("attempt", "reason", e.getMessage());
    }
    Instant now = clock.instant();
    Instant second = first.plusSeconds(1);
    try {
      return attempt(now.isAfter(second) ? now : second, deadline, true);
    } catch (ExtractionException e) {
      throw e.isSnapshotLost() ? ExtractionException.failed(e.getMessage() + ADVICE, e) : e;
    }
  }

  private Manifest attempt(Instant time, long deadline, boolean again) {
    Keys keys = Keys.of(options.dataset(), Keys.timestamp(time));
    Stop attempt = stop.attempt();
    Retries retries = new Retries(options.times().retryPause(), attempt, log);
    try {
      destination.check(keys.part("check", 0, 0, options.compression()));
      try (Coordinator coordinator =
              retries.open(() -> Coordinator.open(options.database(), options.dataset(), again));
          LockWatch watch = retries.open(() -> LockWatch.start(options, deadline, attempt))) {
        return run(coordinator, watch, keys, attempt);
      }
    } catch (SQLException e) {
      throw attempt.reason().orElseGet(() -> lost(e));
    } catch (IOException e) {
      throw ExtractionException.failed(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ExtractionException.failed("interrupted", e);
    }
  }

  private static ExtractionException lost(SQLException e) {
    return SqlFaults.isTransient(e)
        ? ExtractionException.snapshotLost(
            "the session that keeps the snapshot was lost: " + SqlFaults.message(e), e)
        : SqlFaults.end("the database", e);
  }

  /**
   * Reads which tables would be extracted, and locks nothing.
   *
   * @throws ExtractionException if an extraction would fail for its settings or rights
   */
  public Catalogue check() {
    Retries retries = new Retries(options.times().retryPause(), stop, log);
    try (Coordinator coordinator =
        retries.open(() -> Coordinator.open(options.database(), options.dataset(), false))) {
      destination.check("data/check");
      return catalogue(coordinator, false);
    } catch (SQLException e) {
      throw SqlFaults.end("the database", e);
    } catch (IOException e) {
      throw ExtractionException.failed(e.getMessage(), e);
    }
  }

  private Manifest run(Coordinator coordinator, LockWatch watch, Keys keys, Stop attempt)
      throws SQLException, IOException, InterruptedException {
    Catalogue catalogue = lock(coordinator);
    ExportedSnapshot exported = coordinator.snapshot();
    log.write(
        "snapshot", "tables", (long) catalogue.tables().size(), "lsn", exported.snapshot().lsn());
    List<ChunkWriter> written = read(catalogue, exported, keys, attempt);
    try {
      watch.close();
      attempt.check();
      coordinator.unlock();
      Manifest manifest =
          new ManifestDraft(options, keys, exported.snapshot(), catalogue).of(written);
      List<Upload> uploads = written.stream().flatMap(it -> it.uploads().stream()).toList();
      new Publication(destination, keys).publish(uploads, manifest, events());
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

  private List<ChunkWriter> read(
      Catalogue catalogue, ExportedSnapshot exported, Keys keys, Stop attempt)
      throws InterruptedException {
    List<Chunk> chunks = catalogue.tables().stream().flatMap(it -> Chunk.of(it).stream()).toList();
    long estimate = catalogue.tables().stream().mapToLong(SourceTable::rows).sum();
    try (Progress progress = Progress.start(estimate, log, options.times().progress())) {
      ChunkWriters writers = new ChunkWriters(destination, keys, options, progress);
      return new Workers(options, writers, exported.id(), attempt, log).run(chunks);
    }
  }

  private Optional<byte[]> events() {
    return options.eventLog() ? Optional.of(log.events()) : Optional.empty();
  }

  /** Locks the tables that are there, until none of them changed between the list and the lock. */
  private Catalogue lock(Coordinator coordinator) throws SQLException {
    Catalogue listed = catalogue(coordinator, false);
    for (int attempt = 0; attempt < STRUCTURE_ATTEMPTS; attempt++) {
      coordinator.lock(listed, options.times().lock());
      Catalogue locked = catalogue(coordinator, true);
      if (locked.hasTheStructureOf(listed)) {
        return locked;
      }
      coordinator.unlock();
      listed = locked;
    }
    throw ExtractionException.gaveWay("tables changed all the time while they were to be locked");
  }

  private Catalogue catalogue(Coordinator coordinator, boolean locked) throws SQLException {
    Catalogue catalogue =
        CatalogueReader.read(
            coordinator.connection(),
            options.selection(),
            options.encoding(),
            options.hashKey(),
            locked);
    if (!catalogue.problems().isEmpty()) {
      throw ExtractionException.usage(String.join("\n", catalogue.problems()));
    }
    return catalogue;
  }
}
