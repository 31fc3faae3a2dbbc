package io.exportctl.landing.extractor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.run.Stop;
import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, from its environment to its exit status and output. */
class MainTest {

  private String in = "";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ExitStatus run(Map<String, String> environment, String... arguments) {
    return run(environment, false, arguments);
  }

  private ExitStatus run(Map<String, String> environment, boolean isTerminal, String... arguments) {
    Main.Streams streams =
        new Main.Streams(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            isTerminal);
    return Main.run(List.of(arguments), environment, streams, new Stop());
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
                "SAVE_EVENTS_LOG", "perhaps",
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
            extractor: SAVE_EVENTS_LOG is not one of true, false: "perhaps"
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

      assertThat(Extracted.files(folder)).hasSize(4);
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
  void publishesTheLogAndTheListOfTables(@TempDir Path folder) throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE note (email text)",
            "INSERT INTO note VALUES ('geheim')",
            "CREATE TABLE \"2026\" (id int)")) {
      Map<String, String> environment = environment(database.settings(), folder);

      assertThat(run(environment)).isEqualTo(ExitStatus.PUBLISHED);

      List<String> files = Extracted.files(folder);
      assertThat(files.stream().map(it -> it.replaceAll(".*/", "")))
          .containsExactly(
              "note-00000-00000.jsonl.zst",
              "events.jsonl",
              "db_and_table_list.yaml",
              "manifest.json");
      String timestamp = files.get(0).replaceAll(".*extraction_timestamp=|/.*", "");
      assertThat(Files.readString(folder.resolve(files.get(2))))
          .isEqualTo(
              """
              database_name: "case_notes_dev"
              extraction_timestamp: "%s"
              tables:
                - "_2026"
                - "note"
              """
                  .formatted(timestamp));
      assertThat(out.toString(UTF_8)).startsWith(Files.readString(folder.resolve(files.get(1))));
      assertThat(Files.readString(folder.resolve(files.get(1))))
          .contains("\"action\":\"chunk\",\"time\":\"20")
          .doesNotContain("geheim");

      in = String.join("\n", files);
      assertThat(run(Map.of(), "keys", "-")).isEqualTo(ExitStatus.PUBLISHED);
      assertThat(out.toString(UTF_8)).endsWith("0 of 4 keys are wrong\n");
    }
  }

  @Test
  void publishesNoLogIfThatIsSwitchedOff(@TempDir Path folder) throws Exception {
    try (TestDatabase database = TestDatabase.create("CREATE TABLE note (id int)")) {
      Map<String, String> environment = environment(database.settings(), folder);
      environment.put("SAVE_EVENTS_LOG", "false");

      assertThat(run(environment)).isEqualTo(ExitStatus.PUBLISHED);

      assertThat(Extracted.files(folder).stream().map(it -> it.replaceAll(".*/", "")))
          .containsExactly("db_and_table_list.yaml", "manifest.json");
    }
  }

  @Test
  void tellsWhichKeysOfAListingAreWrong() {
    in =
        """
        2026-08-01 01:00:00         12 x/data/database_name=a_b/table_name=t/extraction_timestamp=20260801010000Z/t.jsonl
        2026-08-01 01:00:00         12 x/data/t\u001b.jsonl

        y/results/20260801010000Z.json
        """;

    ExitStatus status = run(Map.of("S3_DESTINATION", "s3://landing-bucket/x"), "keys", "-");

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            line 2: "x/data/t?.jsonl" has the wrong number of folders: 1 instead of 4
            line 4: "y/results/20260801010000Z.json" is not below "x/", the prefix of S3_DESTINATION
            """);
    assertThat(out.toString(UTF_8)).isEqualTo("2 of 3 keys are wrong\n");
    assertThat(status).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void namesAListingThatCannotBeRead(@TempDir Path folder) {
    Path missing = folder.resolve("missing");

    assertThat(run(Map.of(), "keys", missing.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo("extractor: cannot read the listing \"" + missing + "\"\n");
  }

  @Test
  void warnsOfVariablesThatItDoesNotUse(@TempDir Path folder) throws Exception {
    try (TestDatabase database = TestDatabase.create("CREATE TABLE note (id int)")) {
      Map<String, String> environment = environment(database.settings(), folder);
      environment.put("USE_STATIC_LOCATION", "1");
      environment.put("API_AUTH", "geheim");

      assertThat(run(environment, "check")).isEqualTo(ExitStatus.PUBLISHED);

      assertThat(err.toString(UTF_8))
          .isEqualTo(
              """
              extractor: warning: USE_STATIC_LOCATION is not used; remove it
              extractor: warning: API_AUTH is not used; remove it
              """);
    }
  }

  @Test
  void waitsForAVerdictOnlyOnS3(@TempDir Path folder) {
    Map<String, String> environment = environment(TestDatabase.nowhere(), folder);
    environment.put("EXTRACT_WAIT_MINUTES", "30");

    assertThat(run(environment)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "extractor: EXTRACT_WAIT_MINUTES needs S3_DESTINATION: a folder gets no verdict\n");
  }

  @Test
  void showsTheProgressOnATerminalOnly(@TempDir Path folder) throws Exception {
    try (TestDatabase database = TestDatabase.create("CREATE TABLE note (id int)")) {
      Map<String, String> environment = environment(database.settings(), folder);

      assertThat(run(environment, true)).isEqualTo(ExitStatus.PUBLISHED);

      // The line is erased before each line of the log and at the end.
      assertThat(err.toString(UTF_8)).startsWith("\r\u001b[K").endsWith("\r\u001b[K");
      assertThat(out.toString(UTF_8)).doesNotContain("\u001b", "\r");
    }
  }

  @Test
  void refusesOtherArguments() {
    assertThat(run(Map.of(), "dump")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString(UTF_8))
        .isEqualTo("extractor: usage: extractor [run | check | keys FILE]\n");
  }
}
