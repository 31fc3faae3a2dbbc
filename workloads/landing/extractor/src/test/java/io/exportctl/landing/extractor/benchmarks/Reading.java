package io.exportctl.landing.extractor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.landing.extractor.run.Extraction;
import io.exportctl.landing.extractor.run.Log;
import io.exportctl.landing.extractor.run.Options;
import io.exportctl.landing.extractor.run.Stop;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.Upload;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads a table in one way, drops what was read, and prints the number of rows. Its arguments are
 * the way, the table, and the server's port and database.
 */
final class Reading {

  private Reading() {}

  public static void main(String[] arguments) throws Exception {
    String table = arguments[1];
    DatabaseSettings database =
        new DatabaseSettings(
            "localhost",
            Integer.parseInt(arguments[2]),
            arguments[3],
            "postgres",
            "postgres",
            "disable",
            Optional.empty());
    System.out.println(
        switch (arguments[0]) {
          case "extractor" -> extract(database, table, Compression.NONE);
          case "extractor-zstd" -> extract(database, table, Compression.ZSTD);
          case "raw" -> copy(database, "SELECT * FROM public." + table);
          case "row_to_json" ->
              copy(database, "SELECT row_to_json(t)::text FROM public." + table + " t");
          default -> throw new IllegalArgumentException(arguments[0]);
        });
  }

  private static long extract(DatabaseSettings database, String table, Compression compression) {
    Options options =
        new Options(
            "benchmark",
            database,
            new Selection(List.of("public"), List.of(table), List.of(), List.of(), List.of()),
            "",
            Encoding.EXACT,
            compression,
            1,
            512L << 20,
            64 << 20,
            false,
            new Options.Times(
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofHours(1)));
    Log log =
        new Log(
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
            InstantSource.system(),
            Optional.empty());
    return new Extraction(options, new Nowhere(), InstantSource.system(), new Stop(), log)
        .run()
        .rows();
  }

  /** Copies in the binary format, and makes each value a line: line ends become spaces. */
  private static long copy(DatabaseSettings database, String query) throws Exception {
    try (Connection connection = database.open("benchmark")) {
      CopyOut copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
      boolean lines = query.contains("row_to_json");
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        for (int i = 0; lines && i < row.length; i++) {
          if (row[i] == '\n') {
            row[i] = ' ';
          }
        }
      }
      return copy.getHandledRowCount();
    }
  }

  /** A destination that keeps nothing. */
  private static final class Nowhere implements Destination {

    @Override
    public void check(String key) {}

    @Override
    public Upload begin(String key) {
      return new Upload() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void close() {}

        @Override
        public void complete() {}

        @Override
        public void abort() {}
      };
    }

    @Override
    public void put(String key, byte[] content) {}
  }
}
