package io.exportctl.landing.extractor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.ExtractorProcess;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built jar as a process. */
class ExtractorJarIT {

  private static final long MAX_RESIDENT_KIB = 256 * 1024;

  @TempDir Path folder;

  private ExtractorProcess start(String heap, Map<String, String> environment) throws Exception {
    return ExtractorProcess.start(heap, environment, folder.resolve("log"));
  }

  @Test
  void extracts() throws Exception {
    try (TestDatabase database =
        TestDatabase.create("CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)")) {
      ExtractorProcess extractor =
          start("96m", ExtractorProcess.environment(database.settings(), folder.resolve("to")));

      assertThat(extractor.await()).as(extractor.log()).isZero();
      assertThat(extractor.log())
          .contains("\"action\":\"published\"", "\"rows\":1")
          .doesNotContain("\u001b");
      assertThat(Extracted.files(folder.resolve("to"))).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("12: a process that ends by SIGTERM or SIGKILL leaves no object")
  void leavesNothingAfterASignal(boolean kill) throws Exception {
    FaultS3 s3 = FaultS3.create();
    try (S3Server server = S3Server.start(s3, 0);
        TestDatabase database =
            TestDatabase.create(
                "CREATE TABLE a (t bytea)",
                "INSERT INTO a SELECT sha512(i::text::bytea) FROM generate_series(1, 200000) i",
                "CREATE VIEW slow AS SELECT pg_sleep(600)::text AS t")) {
      Map<String, String> environment =
          ExtractorProcess.environment(database.settings(), FaultS3.TARGET, server.uri());
      environment.put("EXTRACT_INCLUDE_TABLES", "a,slow");
      ExtractorProcess extractor = start("96m", environment);
      while (!extractor.log().contains("\"action\":\"chunk\"")) {
        assertThat(extractor.process().isAlive()).as(extractor.log()).isTrue();
        TimeUnit.MILLISECONDS.sleep(20);
      }

      if (kill) {
        extractor.process().destroyForcibly();
      } else {
        extractor.process().destroy();
      }

      assertThat(extractor.await()).as(extractor.log()).isEqualTo(kill ? 137 : 143);
      assertThat(s3.listObjectsV2(it -> it.bucket(FaultS3.TARGET)).contents()).isEmpty();
      assertThat(s3.uploads().isEmpty()).isEqualTo(!kill);
      assertThat(extractor.log().contains("stopped by a signal")).isEqualTo(!kill);
    }
  }

  @Test
  @DisplayName(
      "18: a row of 100 MB in a heap of 128 MB ends the extraction, with its table and ctid")
  void namesARowThatDoesNotFitIntoTheMemory() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (id int, t text)",
            "INSERT INTO a VALUES (1, 'x'), (2, repeat('x', 100000000))")) {
      Map<String, String> environment =
          ExtractorProcess.environment(database.settings(), folder.resolve("to"));
      environment.put("EXTRACT_MAX_ROW_MIB", "512");
      ExtractorProcess extractor = start("128m", environment);

      assertThat(extractor.await()).as(extractor.log()).isEqualTo(3);
      assertThat(extractor.log())
          .contains(
              "table \"public.a\": the row at ctid (0,2) does not fit into the memory; leave out its"
                  + " large column with EXTRACT_EXCLUDE_COLUMNS");
      assertThat(Extracted.files(folder.resolve("to"))).isEmpty();
    }
  }

  @Test
  @DisplayName("19: many rows in little memory")
  void staysSmall() throws Exception {
    assertSmall(300_000);
  }

  @Test
  @Tag("nightly")
  @DisplayName("19: five million rows in the same little memory")
  void staysSmallWithFiveMillionRows() throws Exception {
    assertSmall(5_000_000);
  }

  private void assertSmall(int rows) throws Exception {
    try (S3Server server = S3Server.start(FaultS3.create(), 0);
        TestDatabase database =
            TestDatabase.create(
                """
                CREATE TABLE a AS SELECT i AS id, md5(i::text) AS hash, now() AS at, i / 7.0 AS n,
                  repeat('text ', 20) AS t FROM generate_series(1, %d) i
                """
                    .formatted(rows),
                "CREATE TABLE b AS SELECT * FROM a LIMIT %d".formatted(rows / 2),
                "ANALYZE")) {
      ExtractorProcess extractor =
          start(
              "96m",
              ExtractorProcess.environment(database.settings(), FaultS3.TARGET, server.uri()));

      long resident = extractor.awaitMemory();

      assertThat(extractor.await()).as(extractor.log()).isZero();
      assertThat(extractor.log())
          .contains("\"action\":\"published\"", "\"rows\":" + (rows + rows / 2) + ",");
      assertThat(resident).isPositive().isLessThan(MAX_RESIDENT_KIB);
      assertThat(Files.size(folder.resolve("log"))).isLessThan(10_000);
    }
  }
}
