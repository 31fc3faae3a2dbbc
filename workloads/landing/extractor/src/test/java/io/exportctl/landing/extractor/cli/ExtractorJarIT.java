package io.exportctl.landing.extractor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as a process. */
class ExtractorJarIT {

  @TempDir Path folder;

  private Process start(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-jar",
                System.getProperty("extractor.jar")));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Map<String, String> environment(DatabaseSettings database) throws Exception {
    return Map.of(
        "PGHOST", database.host(),
        "PGPORT", Integer.toString(database.port()),
        "PGDATABASE", database.database(),
        "PGUSER", database.user(),
        "PGSSLMODE", "disable",
        "DATASET", "case_notes_dev",
        "LOCAL_EXPORT_DESTINATION", Files.createDirectories(folder.resolve("to")).toString());
  }

  @Test
  void extracts() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (id int, t text)",
            "INSERT INTO a SELECT i, repeat('x', 1000) FROM generate_series(1, 100000) i")) {
      Process process = start(environment(database.settings()));

      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
      assertThat(Files.readString(folder.resolve("log")))
          .contains("\"action\":\"published\"", "\"rows\":100000");
      assertThat(Extracted.files(folder.resolve("to"))).hasSize(4);
    }
  }

  @Test
  @DisplayName("12: a process that is told to end discards what it wrote")
  void discardsOnASignal() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (id int)",
            "INSERT INTO a VALUES (1)",
            "CREATE VIEW slow AS SELECT pg_sleep(600)::text AS t, id FROM a")) {
      Map<String, String> environment = new HashMap<>(environment(database.settings()));
      environment.put("EXTRACT_INCLUDE_TABLES", "a,slow");
      Process process = start(environment);
      awaitSleep(database);

      process.destroy();

      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(Files.readString(folder.resolve("log"), UTF_8)).contains("stopped by a signal");
      assertThat(Extracted.files(folder.resolve("to"))).isEmpty();
    }
  }

  private static void awaitSleep(TestDatabase database) throws Exception {
    while (database
        .query("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
        .isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
