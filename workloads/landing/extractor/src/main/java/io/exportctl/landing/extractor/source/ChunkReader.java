package io.exportctl.landing.extractor.source;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.json.JsonBuffer;
import io.exportctl.landing.extractor.json.RowEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** A session that reads chunks in a snapshot. */
public final class ChunkReader implements AutoCloseable {

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
   * @throws ExtractionException if a row is too large, or if the server counted other rows
   */
  public long read(Chunk chunk, Lines lines) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
      long rows = copy(chunk, lines);
      statement.execute("COMMIT");
      return rows;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private long copy(Chunk chunk, Lines lines) throws SQLException {
    SourceTable table = chunk.table();
    RowEncoder encoder =
        new RowEncoder(
            table.columns().stream().map(it -> it.column().name()).toList(),
            table.columns().stream().map(it -> it.encoder().get()).toList());
    Count count = new Count(table, lines);
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + chunk.sql() + ") TO STDOUT (FORMAT binary)");
    for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
      encoder.encode(message, count::accept);
    }
    if (!encoder.isComplete() || copy.getHandledRowCount() != count.rows) {
      throw ExtractionException.failed(
          "table \"%s\": %d rows arrived of the %d that the server sent"
              .formatted(table.title(), count.rows, copy.getHandledRowCount()));
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

  /** Counts rows, and refuses one that is too large. */
  private final class Count {
    private final SourceTable table;
    private final Lines lines;
    private long rows;

    Count(SourceTable table, Lines lines) {
      this.table = table;
      this.lines = lines;
    }

    void accept(JsonBuffer line) {
      if (line.size() > maxRowBytes) {
        throw ExtractionException.failed(
            ("a row of table \"%s\" has %d bytes of JSON, more than the %d of EXTRACT_MAX_ROW_MIB; leave out"
                    + " its large column with EXTRACT_EXCLUDE_COLUMNS")
                .formatted(table.title(), line.size(), maxRowBytes));
      }
      try {
        lines.accept(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      rows++;
    }
  }
}
