package io.exportctl.landing.extractor.source;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.json.JsonBuffer;
import io.exportctl.landing.extractor.json.RowEncoder;
import io.exportctl.landing.extractor.json.RowTooLongException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** A session that reads chunks in a snapshot. */
public final class ChunkReader implements AutoCloseable {

  private static final int VALID_SECONDS = 10;

  private final Connection connection;
  private final String snapshot;
  private final int maxRowBytes;

  private ChunkReader(Connection connection, String snapshot, int maxRowBytes) {
    this.connection = connection;
    this.snapshot = snapshot;
    this.maxRowBytes = maxRowBytes;
  }

  /** Takes the lines of a chunk. */
  public interface Lines {
    /** Takes a line; the buffer must not be kept. */
    void accept(JsonBuffer line) throws IOException;
  }

  public static ChunkReader open(
      DatabaseSettings settings, String application, String snapshot, int maxRowBytes)
      throws SQLException {
    return new ChunkReader(settings.open(application), snapshot, maxRowBytes);
  }

  /**
   * Reads a chunk.
   *
   * @return number of its rows
   * @throws LargeRowException if a row is too large
   * @throws ExtractionException if the snapshot is gone, or if the server counted other rows
   */
  public long read(Chunk chunk, Lines lines) throws SQLException, IOException, LargeRowException {
    try (Statement statement = connection.createStatement()) {
      begin(statement);
      long rows = copy(chunk, lines);
      statement.execute("COMMIT");
      return rows;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void begin(Statement statement) throws SQLException {
    statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    try {
      statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
    } catch (SQLException e) {
      if (connection.isValid(VALID_SECONDS)) {
        throw ExtractionException.snapshotLost(
            "the session that keeps the snapshot was lost: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  /**
   * Finds the place of a row.
   *
   * @param row number in its chunk, 0 for the first
   * @return its ctid; rows of views have none
   */
  public Optional<String> place(Chunk chunk, long row) throws SQLException {
    if (List.of("view", "foreign_table").contains(chunk.table().kind())) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement()) {
      begin(statement);
      String query = "SELECT ctid::text FROM %s OFFSET %d LIMIT 1".formatted(chunk.source(), row);
      try (ResultSet rows = statement.executeQuery(query)) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private long copy(Chunk chunk, Lines lines) throws SQLException, LargeRowException {
    SourceTable table = chunk.table();
    Count count = new Count(lines);
    RowEncoder encoder =
        new RowEncoder(
            table.columns().stream().map(it -> it.column().name()).toList(),
            table.columns().stream().map(it -> it.encoder().get()).toList(),
            maxRowBytes);
    try {
      return copy(chunk, encoder, count);
    } catch (RowTooLongException e) {
      throw new LargeRowException(
          "has more than the %d MiB of JSON that are allowed".formatted(maxRowBytes >> 20),
          count.rows,
          e);
    } catch (OutOfMemoryError e) {
      throw new LargeRowException("does not fit into the memory", count.rows, e);
    }
  }

  private long copy(Chunk chunk, RowEncoder encoder, Count count) throws SQLException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + chunk.query() + ") TO STDOUT (FORMAT binary)");
    for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
      encoder.encode(message, count::accept);
    }
    if (!encoder.isComplete() || copy.getHandledRowCount() != count.rows) {
      throw ExtractionException.failed(
          "table \"%s\": %d rows arrived of the %d that the server sent"
              .formatted(chunk.table().title(), count.rows, copy.getHandledRowCount()));
    }
    return count.rows;
  }

  /** Ends whatever the session is doing; called by another thread. */
  public void abort() {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      // The connection is closed next, which ends the query too, when it next sends a row.
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Counts rows. */
  private static final class Count {
    private final Lines lines;
    private long rows;

    Count(Lines lines) {
      this.lines = lines;
    }

    void accept(JsonBuffer line) {
      try {
        lines.accept(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      rows++;
    }
  }
}
