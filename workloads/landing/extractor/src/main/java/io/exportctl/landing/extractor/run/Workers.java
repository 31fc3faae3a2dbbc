package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.source.Chunk;
import io.exportctl.landing.extractor.source.ChunkReader;
import io.exportctl.landing.extractor.source.Coordinator;
import io.exportctl.landing.extractor.source.LargeRowException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Sessions that read chunks of one snapshot at the same time. */
final class Workers {

  private final Options options;
  private final ChunkWriters writers;
  private final String snapshot;
  private final Stop stop;
  private final Log log;
  private final List<ChunkWriter> written = Collections.synchronizedList(new ArrayList<>());

  Workers(Options options, ChunkWriters writers, String snapshot, Stop stop, Log log) {
    this.options = options;
    this.writers = writers;
    this.snapshot = snapshot;
    this.stop = stop;
    this.log = log;
  }

  /**
   * Reads all chunks, the largest first; on a failure, discards all that was written.
   *
   * @return in the order of each table's chunks
   */
  List<ChunkWriter> run(List<Chunk> chunks) throws InterruptedException {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingLong(Chunk::pages).reversed());
    Queue<Chunk> queue = new ConcurrentLinkedQueue<>(sorted);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(options.connections(), chunks.size()); i++) {
      Thread thread = new Thread(() -> work(queue), "worker-" + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (stop.reason().isPresent()) {
      written.forEach(ChunkWriter::abort);
      stop.check();
    }
    written.sort(Comparator.comparingInt(it -> it.chunk().number()));
    return List.copyOf(written);
  }

  private void work(Queue<Chunk> queue) {
    try (Session session = new Session()) {
      for (Chunk chunk = queue.poll(); chunk != null; chunk = queue.poll()) {
        if (stop.reason().isPresent()) {
          return;
        }
        written.add(read(session, chunk));
      }
    } catch (ExtractionException e) {
      stop.because(e);
    } catch (SQLException e) {
      stop.because(SqlFaults.end("the database", e));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      stop.because(ExtractionException.failed(String.valueOf(e.getMessage()), e));
    }
  }

  /** Reads a chunk, again within the same snapshot if the connection was lost. */
  private ChunkWriter read(Session session, Chunk chunk) throws SQLException, IOException {
    String table = chunk.table().title();
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(session, chunk);
      } catch (LargeRowException e) {
        throw tooLarge(session, chunk, e);
      } catch (SQLException e) {
        stop.check();
        if (attempt == Retries.ATTEMPTS || !SqlFaults.isTransient(e)) {
          throw SqlFaults.end("table \"%s\"".formatted(table), e);
        }
        session.close();
        String reason = SqlFaults.message(e);
        log.write("retry", "table", table, "chunk", (long) chunk.number(), "reason", reason);
        new Retries(options.times().retryPause(), stop, log).pause(attempt);
      }
    }
  }

  private ExtractionException tooLarge(Session session, Chunk chunk, LargeRowException e)
      throws SQLException {
    session.close();
    String place = session.open().place(chunk, e.row()).map(it -> " at ctid " + it).orElse("");
    return ExtractionException.failed(
        ("table \"%s\": the row%s %s; leave out its large column with EXTRACT_EXCLUDE_COLUMNS, or"
                + " raise EXTRACT_MAX_ROW_MIB and the memory")
            .formatted(chunk.table().title(), place, e.getMessage()),
        e);
  }

  private ChunkWriter readOnce(Session session, Chunk chunk)
      throws SQLException, IOException, LargeRowException {
    long start = System.nanoTime();
    ChunkWriter writer = writers.of(chunk);
    try {
      long rows = session.open().read(chunk, writer::line);
      writer.finish();
      log.write(
          "chunk",
          "table",
          chunk.table().title(),
          "chunk",
          (long) chunk.number(),
          "rows",
          rows,
          "ms",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      return writer;
    } catch (SQLException | IOException | LargeRowException | RuntimeException | Error e) {
      writer.abort();
      throw e;
    }
  }

  /** A thread's session, opened again after it was closed. */
  private final class Session implements AutoCloseable {

    private Optional<ChunkReader> reader = Optional.empty();
    private Runnable abort = () -> {};

    ChunkReader open() throws SQLException {
      if (reader.isEmpty()) {
        String application = Coordinator.application(options.dataset());
        ChunkReader opened =
            ChunkReader.open(options.database(), application, snapshot, options.maxRowBytes());
        reader = Optional.of(opened);
        abort = opened::abort;
        stop.onStop(abort);
      }
      return reader.get();
    }

    @Override
    public void close() throws SQLException {
      stop.forget(abort);
      if (reader.isPresent()) {
        reader.get().close();
        reader = Optional.empty();
      }
    }
  }
}
