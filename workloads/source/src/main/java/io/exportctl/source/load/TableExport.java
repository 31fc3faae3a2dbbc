package io.exportctl.source.load;

import io.exportctl.source.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.postgresql.PGConnection;

/** A whole version as a stream of CSV. */
public final class TableExport {

  private TableExport() {}

  /**
   * Writes all rows, with a header.
   *
   * @throws UncheckedIOException if the reader is gone
   */
  public static void csv(Database database, ServedTable table, OutputStream out) {
    database.inTransaction(
        sql -> {
          PGConnection connection = sql.connection().unwrap(PGConnection.class);
          String copy = "copy (" + table.all() + ") to stdout with (format csv, header)";
          try {
            return connection.getCopyAPI().copyOut(copy, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
