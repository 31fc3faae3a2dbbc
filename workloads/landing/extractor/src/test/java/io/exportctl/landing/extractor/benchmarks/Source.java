package io.exportctl.landing.extractor.benchmarks;

import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server with a table of many types, and its processor time. */
final class Source implements AutoCloseable {

  private static final double TICKS_PER_SECOND = 100;

  private final TestServer server;
  private final TestDatabase database;
  private final String postmaster;

  private Source(TestServer server, TestDatabase database, String postmaster) {
    this.server = server;
    this.database = database;
    this.postmaster = postmaster;
  }

  static Source start(Path data, int rows) throws Exception {
    TestServer server =
        TestServer.start(
            18,
            Optional.of(data),
            0,
            Map.of("autovacuum", "off", "shared_buffers", "256MB", "max_wal_size", "4GB"));
    String postmaster = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    TestDatabase database =
        TestDatabase.create(
            server,
            "CREATE TYPE mood AS ENUM ('happy', 'sad')",
            """
            CREATE TABLE t AS SELECT i::bigint AS id, gen_random_uuid() AS uuid,
              'Smith "' || i || '", \\ & Sons' AS name, repeat(md5(i::text) || E'\\n', 3) AS note,
              substr(md5((i * 7)::text), 1, 12) AS code, 'plain text ' || i AS title,
              (i * 1.37)::numeric(12,2) AS amount, i / 7.0::float8 AS ratio,
              timestamp '2020-01-01' + i * interval '61.123456 s' AS made,
              timestamptz '2020-01-01+00' + i * interval '17 s' AS seen, date '1950-01-01' + i %% 25000 AS born,
              i %% 3 = 0 AS active, (ARRAY['happy', 'sad'])[1 + i %% 2]::mood AS mood,
              jsonb_build_object('k', i, 'tags', ARRAY['a"b', 'c'], 'n', i / 3.0) AS doc,
              ARRAY['x' || i, NULL, 'y,"z"'] AS words
            FROM generate_series(1, %d) i
            """
                .formatted(rows),
            "VACUUM ANALYZE t",
            "CHECKPOINT");
    return new Source(server, database, postmaster);
  }

  /** Creates four views that have this many rows together. */
  List<String> views(String prefix, int rows, int all) throws SQLException {
    List<String> names = List.of(prefix + "1", prefix + "2", prefix + "3", prefix + "4");
    for (String name : names) {
      int times = Math.max(1, (int) Math.ceil(all / 4.0 / rows));
      database.execute(
          "CREATE VIEW %s AS SELECT t.* FROM t, generate_series(1, %d) LIMIT %d"
              .formatted(name, times, all / 4));
    }
    return names;
  }

  TestDatabase database() {
    return database;
  }

  int port() {
    return server.port();
  }

  /** Processor seconds of all processes of the server so far. */
  double seconds() throws Exception {
    while (!database
        .query(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <>"
                + " pg_backend_pid()")
        .isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    double ticks = 0;
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        ticks += ticks(process);
      }
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** Times of a process of the server and of its children that have ended. */
  private long ticks(Path process) {
    String[] fields;
    try {
      // The name before these fields may hold spaces.
      fields = Files.readString(process.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
    } catch (IOException e) {
      // The process has ended.
      return 0;
    }
    boolean ours = process.endsWith(postmaster) || fields[1].equals(postmaster);
    return ours
        ? Long.parseLong(fields[11])
            + Long.parseLong(fields[12])
            + Long.parseLong(fields[13])
            + Long.parseLong(fields[14])
        : 0;
  }

  @Override
  public void close() {
    server.close();
  }
}
