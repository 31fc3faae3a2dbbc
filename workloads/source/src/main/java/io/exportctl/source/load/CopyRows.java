package io.exportctl.source.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.database.Sql;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows by COPY in its text format, through a buffer of bounded size. */
final class CopyRows implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final CopyIn copy;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean firstCell = true;

  private CopyRows(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Begins a COPY.
   *
   * @param target relation and columns, which are safe in SQL
   */
  static CopyRows into(Sql sql, String target, boolean freeze) throws SQLException {
    PGConnection connection = sql.connection().unwrap(PGConnection.class);
    String statement = "copy " + target + " from stdin" + (freeze ? " with (freeze)" : "");
    return new CopyRows(connection.getCopyAPI().copyIn(statement));
  }

  void cell(String text) throws SQLException {
    separate();
    byte[] bytes = text.getBytes(UTF_8);
    for (byte b : bytes) {
      if (filled > BUFFER - 2) {
        flush();
      }
      byte letter = escapeLetter(b);
      if (letter != 0) {
        buffer[filled++] = '\\';
        buffer[filled++] = letter;
      } else {
        buffer[filled++] = b;
      }
    }
  }

  /** Letter after a backslash that stands for a byte; 0 for bytes that stand for themselves. */
  private static byte escapeLetter(byte b) {
    return switch (b) {
      case '\\' -> (byte) '\\';
      case '\t' -> (byte) 't';
      case '\n' -> (byte) 'n';
      case '\r' -> (byte) 'r';
      default -> 0;
    };
  }

  void missing() throws SQLException {
    separate();
    write((byte) '\\');
    write((byte) 'N');
  }

  /** Writes the cells of a converted row. */
  void cells(Converted row) throws SQLException {
    for (int i = 0; i < row.size(); i++) {
      if (row.isMissing(i)) {
        missing();
      } else {
        cell(row.text(i));
      }
    }
  }

  void endRow() throws SQLException {
    write((byte) '\n');
    firstCell = true;
  }

  private void separate() throws SQLException {
    if (!firstCell) {
      write((byte) '\t');
    }
    firstCell = false;
  }

  private void write(byte b) throws SQLException {
    if (filled == BUFFER) {
      flush();
    }
    buffer[filled++] = b;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer, 0, filled);
    filled = 0;
  }

  /** Ends the COPY, and returns the number of rows. */
  long finish() throws SQLException {
    flush();
    return copy.endCopy();
  }

  /** Cancels a COPY that was not ended. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
