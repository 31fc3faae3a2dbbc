package io.exportctl.landing.extractor.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.source.Coordinator;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.HookedDestination;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extractions while others use the database. */
class SnapshotTest {

  @TempDir Path folder;

  private final CountDownLatch stopped = new CountDownLatch(1);

  private Destination when(HookedDestination.Action action) {
    return HookedDestination.once(folder, action);
  }

  @Test
  @DisplayName("1: tables that are changed together are read as they were together")
  void readsAllTablesOfOneMoment() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (n int)",
            "CREATE TABLE b (n int)",
            "INSERT INTO a VALUES (100)",
            "INSERT INTO b VALUES (0)")) {
      Destination destination =
          when(() -> database.execute("BEGIN; UPDATE a SET n = 0; UPDATE b SET n = 100; COMMIT"));

      var manifest = Extracted.extraction(TestOptions.of(database), destination).run();

      Extracted it = new Extracted(folder, manifest);
      assertThat(it.lines("a")).containsExactly("{\"n\":100}");
      assertThat(it.lines("b")).containsExactly("{\"n\":0}");
    }
  }

  @Test
  @DisplayName("2: TRUNCATE waits, or is seen whole; a table is never half of what it was")
  void truncateWaitsForTheSnapshot() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (n int)", "CREATE TABLE b (n int)",
            "INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (1)")) {
      Destination destination =
          when(
              () ->
                  assertThatThrownBy(
                          () -> database.execute("SET lock_timeout = '50ms'; TRUNCATE a, b"))
                      .hasMessageContaining("lock timeout"));

      var manifest = Extracted.extraction(TestOptions.of(database), destination).run();

      assertThat(manifest.rows()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("3: somebody who waits for a lock ends the extraction, and nothing is visible")
  void givesWayToAMigration() throws Exception {
    try (TestDatabase database =
        TestDatabase.create("CREATE TABLE a (n int)", "INSERT INTO a VALUES (1)")) {
      CountDownLatch migrated = new CountDownLatch(1);
      CompletableFuture<?>[] migration = new CompletableFuture<?>[1];
      Destination destination =
          when(
              () -> {
                migration[0] =
                    CompletableFuture.runAsync(
                        () -> {
                          migrate(database);
                          migrated.countDown();
                        });
                // The extraction is stuck here, until it is told to end.
                assertThat(stopped.await(60, SECONDS)).isTrue();
              });
      Stop stop = new Stop();
      stop.onStop(stopped::countDown);
      TestOptions options = TestOptions.of(database).yieldAfter(Duration.ofMillis(200));

      assertThatThrownBy(() -> Extracted.extraction(options, destination, stop).run())
          .isInstanceOfSatisfying(
              ExtractionException.class,
              it -> assertThat(it.status()).isEqualTo(ExitStatus.GAVE_WAY))
          .hasMessageContaining("gave way to process");
      assertThat(migrated.await(60, SECONDS)).isTrue();
      migration[0].join();
      assertThat(Extracted.files(folder)).isEmpty();
      assertThat(Extracted.to(folder, TestOptions.of(database)).lines("a"))
          .containsExactly("{\"n\":1,\"m\":null}");
    }
  }

  private static void migrate(TestDatabase database) {
    try {
      database.execute("ALTER TABLE a ADD COLUMN m int");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("7: a connection that is cut is opened again, in the same snapshot")
  void retriesAChunkInTheSameSnapshot() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (n int)", "INSERT INTO a SELECT generate_series(1, 200000)")) {
      Destination destination =
          when(
              () ->
                  database.execute(
                      "DELETE FROM a",
                      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE"
                          + " application_name = 'exportctl-extractor/case_notes_dev'"
                          + " AND query LIKE 'COPY%'"));

      var manifest = Extracted.extraction(TestOptions.of(database), destination).run();

      Extracted it = new Extracted(folder, manifest);
      assertThat(it.lines("a")).hasSize(200_000).doesNotHaveDuplicates();
      assertThat(Extracted.files(folder)).hasSize(3 + it.table("a").parts().size());
    }
  }

  @Test
  @DisplayName("17: a second extraction of a dataset ends at once")
  void onlyOneAtATime() throws Exception {
    try (TestDatabase database =
        TestDatabase.create("CREATE TABLE a (n int)", "INSERT INTO a VALUES (1)")) {
      Destination destination =
          when(
              () ->
                  assertThatThrownBy(() -> Extracted.to(folder, TestOptions.of(database)))
                      .isInstanceOfSatisfying(
                          ExtractionException.class,
                          it -> assertThat(it.status()).isEqualTo(ExitStatus.GAVE_WAY))
                      .hasMessage("another extraction of \"case_notes_dev\" is running"));

      assertThat(Extracted.extraction(TestOptions.of(database), destination).run().rows())
          .isEqualTo(1);
    }
  }

  @Test
  @DisplayName("17: the next extraction may begin as soon as one has ended")
  void oneAfterTheOther() throws Exception {
    String slowToEnd =
        "DO $$ BEGIN FOR i IN 1..500 LOOP"
            + " EXECUTE 'CREATE TEMP TABLE t' || i || ' (n int PRIMARY KEY)'; END LOOP; END $$";
    try (TestDatabase database = TestDatabase.create()) {
      try (Coordinator first = Coordinator.open(database.settings(), "case_notes_dev", false);
          Statement statement = first.connection().createStatement()) {
        // The server drops these before it frees the locks of a closed connection.
        statement.execute(slowToEnd);
      }

      assertThatCode(() -> Coordinator.open(database.settings(), "case_notes_dev", false).close())
          .doesNotThrowAnyException();
    }
  }
}
