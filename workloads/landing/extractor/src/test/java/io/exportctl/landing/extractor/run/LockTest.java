package io.exportctl.landing.extractor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extractions that meet a change of a table before they have locked it. */
class LockTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRUNCATE a; INSERT INTO a VALUES (7) | {\"n\":7}",
        "ALTER TABLE a ALTER COLUMN n TYPE text USING concat('x', n) | {\"n\":\"x1\"}",
        "ALTER TABLE a ADD COLUMN m int DEFAULT 5 | {\"n\":1,\"m\":5}",
        "DROP TABLE a; CREATE TABLE a AS SELECT 8 AS k | {\"k\":8}",
      })
  @DisplayName("2: a change between the listing and the lock is seen whole")
  void seesAChangeWhole(String change, String line) throws Exception {
    try (TestDatabase database =
            TestDatabase.create("CREATE TABLE a (n int)", "INSERT INTO a VALUES (1)");
        Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN; LOCK TABLE a IN ACCESS EXCLUSIVE MODE");
      TestOptions options = TestOptions.of(database).lock(Duration.ofMinutes(5));
      CompletableFuture<Extracted> extraction =
          CompletableFuture.supplyAsync(() -> Extracted.to(folder, options));
      while (database.query("SELECT pid FROM pg_locks WHERE NOT granted").isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      statement.execute(change + "; COMMIT");

      Extracted it = extraction.get(2, TimeUnit.MINUTES);

      assertThat(it.lines("a")).containsExactly(line);
    }
  }

  @Test
  @DisplayName("4: a table that cannot be locked in time is named, and nothing is visible")
  void namesATableThatItCannotLock() throws Exception {
    try (TestDatabase database = TestDatabase.create("CREATE TABLE a (n int)");
        Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN; LOCK TABLE a IN ACCESS EXCLUSIVE MODE");
      TestOptions options = TestOptions.of(database).lock(Duration.ofMillis(100));

      assertThatThrownBy(() -> Extracted.extraction(options, new FolderDestination(folder)).run())
          .isInstanceOfSatisfying(
              ExtractionException.class,
              it -> assertThat(it.status()).isEqualTo(ExitStatus.GAVE_WAY))
          .hasMessage(
              "table \"public.a\" could not be locked within 100 ms: somebody is changing it");
      assertThat(Extracted.files(folder)).isEmpty();
    }
  }
}
