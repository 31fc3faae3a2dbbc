package io.exportctl.source.load;

import io.exportctl.source.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.postgresql.PGConnection;

/** A whole version as a stream. */
public final class TableExport {

  private TableExport() {}

  /** Form of an export. */
  public enum Format {
    /** A header, then the rows. */
    CSV("text/csv; charset=utf-8"),
    /** A JSON object on each line. */
    NDJSON("application/x-ndjson");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    /** Media type of the reply. */
    public String type() {
      return type;
    }
  }

  /**
   * Writes all rows.
   *
   * @throws UncheckedIOException if the reader is gone
   */
  public static void write(Database database, ServedTable table, Format format, OutputStream out) {
    String copy =
        switch (format) {
          case CSV -> "copy (" + table.all() + ") to stdout with (format csv, header)";
          // JSON has no control characters, so that nothing is ever quoted or escaped.
          case NDJSON ->
              "copy (select row_to_json(s) from ("
                  + table.all()
                  + ") s) to stdout with (format csv, quote E'\\x01', delimiter E'\\x02')";
        };
    database.inTransaction(
        sql -> {
          PGConnection connection = sql.connection().unwrap(PGConnection.class);
          try {
            return connection.getCopyAPI().copyOut(copy, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
