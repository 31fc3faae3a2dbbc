package io.exportctl.landing.extractor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.run.Stop;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, from its environment to its exit status and output. */
class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ExitStatus run(Map<String, String> environment, String... arguments) {
    return Main.run(
        List.of(arguments),
        environment,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        new Stop());
  }

  private static Map<String, String> environment(DatabaseSettings database, Path folder) {
    return new HashMap<>(
        Map.of(
            "PGHOST", database.host(),
            "PGPORT", Integer.toString(database.port()),
            "PGDATABASE", database.database(),
            "PGUSER", database.user(),
            "PGPASSWORD", database.password(),
            "PGSSLMODE", "disable",
            "DATASET", "case_notes_dev",
            "LOCAL_EXPORT_DESTINATION", folder.toString()));
  }

  @Test
  void tellsAllWrongSettingsAtOnce() {
    ExitStatus status =
        run(
            Map.of(
                "PGUSER", "me",
                "PGPASSWORD", "geheim",
                "PGPORT", "70000",
                "DATASET", "Case Notes",
                "EXTRACT_COMPRESSION", "brotli",
                "EXTRACT_CONNECTIONS", "many",
                "EXTRACT_HASH_COLUMNS", "a.b",
                "S3_DESTINATION", "moj-reg-dev/landing"));

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            extractor: PGHOST is not set
            extractor: PGPORT is not a number from 1 to 65535: "70000"
            extractor: PGDATABASE is not set
            extractor: EXTRACT_HASH_KEY must have at least 32 characters
            extractor: DATASET is not a name of lower-case letters, digits and "_"
            extractor: EXTRACT_COMPRESSION is not one of zstd, gzip, none: "brotli"
            extractor: EXTRACT_CONNECTIONS is not a number from 1 to 16: "many"
            extractor: S3_DESTINATION is not like s3://bucket/prefix/
            """);
    assertThat(status.code()).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void extractsToAFolder(@TempDir Path folder) throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE note (id int, email text)", "INSERT INTO note VALUES (1, 'geheim')")) {
      Map<String, String> environment = environment(database.settings(), folder);

      assertThat(run(environment)).isEqualTo(ExitStatus.PUBLISHED);

      assertThat(Extracted.files(folder)).hasSize(2);
      assertThat(out.toString(UTF_8).lines().map(it -> it.replaceAll(",.*", "")))
          .containsExactly(
              "{\"action\":\"snapshot\"", "{\"action\":\"chunk\"", "{\"action\":\"published\"");
      assertThat(out.toString(UTF_8) + err).doesNotContain("geheim", "password");
    }
  }

  @Test
  void checkTellsWhatWouldBeReadAndWritesNothing(@TempDir Path folder) throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE note (id int, email text)",
            "INSERT INTO note VALUES (1, 'x')",
            "ANALYZE note",
            "CREATE TABLE other (id int)")) {
      Map<String, String> environment = environment(database.settings(), folder);
      environment.put("EXTRACT_EXCLUDE_COLUMNS", "*.email\n");

      assertThat(run(environment, "check")).isEqualTo(ExitStatus.PUBLISHED);

      assertThat(out.toString(UTF_8))
          .isEqualTo(
              """
              public.note: about 1 rows, 1 columns, without [email]
              public.other: about 0 rows, 1 columns
              """);
      assertThat(Extracted.files(folder)).isEmpty();
    }
  }

  @Test
  void refusesOtherArguments() {
    assertThat(run(Map.of(), "dump")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString(UTF_8)).isEqualTo("extractor: usage: extractor [run | check]\n");
  }
}
