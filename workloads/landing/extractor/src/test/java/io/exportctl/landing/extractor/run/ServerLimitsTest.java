package io.exportctl.landing.extractor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.extractor.support.TestServer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extractions at the limits of a server. */
class ServerLimitsTest {

  @TempDir Path folder;

  /** A log that runs something after its first line. */
  private static final class HookedLog extends ByteArrayOutputStream {

    private final Runnable action;
    private boolean done;

    HookedLog(Runnable action) {
      this.action = action;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      if (!done && toString(UTF_8).contains("\"retry\"")) {
        done = true;
        action.run();
      }
    }
  }

  private static TestDatabase limited(int connections) throws SQLException {
    TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (n int)",
            "INSERT INTO a VALUES (1)",
            "DROP ROLE IF EXISTS reader",
            "CREATE ROLE reader LOGIN PASSWORD 'postgres'",
            "GRANT SELECT ON a TO reader");
    limit(database, connections);
    return database;
  }

  private static void limit(TestDatabase database, int connections) {
    try {
      database.execute(
          "ALTER DATABASE %s CONNECTION LIMIT %d".formatted(database.name(), connections));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestOptions options(TestDatabase database) {
    return TestOptions.of(database).with(database.settings("reader"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  @DisplayName("11: without a free connection it waits for one")
  void waitsForAConnection(int connections) throws Exception {
    try (TestDatabase database = limited(connections)) {
      HookedLog log = new HookedLog(() -> limit(database, -1));

      var manifest =
          Extracted.extraction(options(database), new FolderDestination(folder), new Stop(), log)
              .run();

      assertThat(new Extracted(folder, manifest).lines("a")).containsExactly("{\"n\":1}");
      assertThat(log.toString(UTF_8)).contains("too many connections for database");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  @DisplayName("11: without a free connection in time it fails, and nothing is visible")
  void givesUpWithoutAConnection(int connections) throws Exception {
    try (TestDatabase database = limited(connections)) {
      assertFails(
          options(database),
          (connections < 2 ? "cannot connect to the database" : "table \"public.a\"")
              + ": FATAL: too many connections for database \""
              + database.name()
              + "\"");
    }
  }

  @Test
  void wrongPasswordsAndDatabasesAreNotTriedAgain() throws Exception {
    try (TestDatabase database = TestDatabase.create("CREATE TABLE a (n int)")) {
      assertThatThrownBy(
              () ->
                  Extracted.to(
                      folder,
                      TestOptions.of(database).with(database.settings("nobody of this name"))))
          .isInstanceOfSatisfying(
              ExtractionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.USAGE))
          .hasMessageStartingWith(
              "cannot connect to the database: FATAL: role \"nobody of this name\" does not exist");
    }
  }

  @Test
  void serversWithoutTlsAreNotTriedAgain() throws Exception {
    try (TestDatabase database = TestDatabase.create("CREATE TABLE a (n int)")) {
      DatabaseSettings it = database.settings();
      DatabaseSettings withTls =
          new DatabaseSettings(
              it.host(),
              it.port(),
              it.database(),
              it.user(),
              it.password(),
              "require",
              Optional.empty());

      assertThatThrownBy(() -> Extracted.to(folder, TestOptions.of(database).with(withTls)))
          .isInstanceOfSatisfying(
              ExtractionException.class,
              end -> assertThat(end.status()).isEqualTo(ExitStatus.USAGE))
          .hasMessage(
              "cannot connect to the database: the server offers no TLS; if it runs on your own"
                  + " machine, set PGSSLMODE=disable");
    }
  }

  @Test
  @DisplayName("20: 1,600 columns, 2,000 tables, 1,000 partitions and empty tables are all there")
  void readsWideAndManyTables() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE parted (n int) PARTITION BY LIST (n)",
            """
            DO $$ BEGIN
              FOR i IN 1..2000 LOOP EXECUTE format('CREATE TABLE t%s (n int)', i); END LOOP;
              FOR i IN 1..1000 LOOP
                EXECUTE format('CREATE TABLE p%s PARTITION OF parted FOR VALUES IN (%s)', i, i);
              END LOOP;
              EXECUTE (SELECT 'CREATE TABLE wide (' || string_agg('c' || i || ' int', ',') || ')'
                FROM generate_series(1, 1600) i);
              EXECUTE (SELECT 'INSERT INTO wide VALUES (' || string_agg(i::text, ',') || ')'
                FROM generate_series(1, 1600) i);
            END $$
            """,
            "INSERT INTO parted SELECT generate_series(1, 1000)",
            "INSERT INTO t7 VALUES (7)")) {
      Extracted it = Extracted.to(folder, TestOptions.of(database));

      assertThat(it.manifest().tables()).hasSize(2002);
      assertThat(it.manifest().rows()).isEqualTo(1002);
      assertThat(it.lines("parted")).hasSize(1000).doesNotHaveDuplicates();
      assertThat(it.lines("t7")).containsExactly("{\"n\":7}");
      assertThat(it.table("t8").columns()).hasSize(1);
      assertThat(it.table("t8").parts()).isEmpty();
      assertThat(it.table("wide").columns()).hasSize(1600);
      assertThat(it.lines("wide").get(0)).startsWith("{\"c1\":1,").endsWith(",\"c1600\":1600}");
    }
  }

  @Test
  @DisplayName("20: tables that are too many for the server's locks are told with the setting")
  void tellsTheSettingOfLocks() throws Exception {
    try (TestServer server =
        TestServer.start(
            TestServer.USUAL,
            Optional.empty(),
            0,
            Map.of("max_connections", "20", "max_locks_per_transaction", "10"))) {
      TestDatabase database = TestDatabase.create(server);
      for (int i = 0; i < 15; i++) {
        List<String> tables = new ArrayList<>();
        for (int j = 0; j < 100; j++) {
          tables.add("CREATE TABLE t%d_%d (n int)".formatted(i, j));
        }
        database.execute(tables.toArray(String[]::new));
      }

      assertFails(
          TestOptions.of(database),
          "the database: the server has too little memory for so many locks; raise"
              + " max_locks_per_transaction there, or leave out tables with"
              + " EXTRACT_EXCLUDE_TABLES");
    }
  }

  private void assertFails(TestOptions options, String message) throws Exception {
    assertThatThrownBy(() -> Extracted.to(folder, options))
        .isInstanceOfSatisfying(
            ExtractionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.FAILED))
        .hasMessage(message);
    assertThat(Extracted.files(folder)).isEmpty();
  }
}
