package io.exportctl.collection.ingestion.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  private static final String JOB = "samples/collection_claims.json";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int clock;

  @BeforeAll
  static void startSpark() {
    TestSpark.session();
  }

  @Test
  void doesTheWholeOfALaptopOnTheSamples() throws Exception {
    String warehouse = "file:" + folder.resolve("warehouse");
    assertThat(
            run(
                "run",
                warehouse,
                "--source",
                "file:samples/source",
                "--from",
                "2026-11-19",
                "--to",
                "2026-11-20"))
        .isZero();
    assertThat(out.toString(UTF_8))
        .matches(
            "2026-11-19 COMPLETED: 6 records of 1 file, 5 rows written, 1 rejected \\(json: 1\\), in"
                + " .* s\n"
                + "2026-11-20 COMPLETED: 3 records of 1 file, 3 rows written, 0 rejected, in .* s\n");

    out.reset();
    assertThat(
            run(
                "run",
                warehouse,
                "--source",
                "file:samples/source",
                "--at",
                "2026-11-19T23:59:00Z"))
        .isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo("2026-11-19 NOTHING_NEW: the files are those that were published before\n");

    out.reset();
    assertThat(
            execute(
                "sql",
                "--warehouse",
                warehouse,
                "select id, operation, status, amount from collections.claims order by id limit 2"))
        .isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            id        operation  status  amount
            {"id":1}  INSERT     closed  199.99
            {"id":2}  DELETE     null    null
            """);

    Path ids = folder.resolve("ids.txt");
    Files.writeString(ids, "{\"id\":1}\n\n{\"id\":99}\n");
    out.reset();
    assertThat(run("erase", warehouse, "--ids", ids.toString())).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("2 records of 2 ids are erased\n");

    out.reset();
    assertThat(run("maintain", warehouse)).isZero();
    assertThat(out.toString(UTF_8)).contains("branches removed: 0\n", "dead letters removed: 0\n");

    out.reset();
    assertThat(run("runs", warehouse)).isZero();
    assertThat(out.toString(UTF_8).lines().map(it -> it.replaceAll("2026\\d+t\\d+z-", "")))
        .containsExactly(
            "date        run                           state        files  read  written  rejected "
                + " seconds  reason",
            "2026-11-19  00000001  COMPLETED    1      6     5        1         1        ",
            "2026-11-19  00000009  NOTHING_NEW  0      0     0        0         0        ",
            "2026-11-20  00000005  COMPLETED    1      3     3        0         1        ");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void triesLinesWithoutSpark() {
    String file = "samples/source/ucfs/2026/11/19/core/claim/core.claim_0_7-9.json.gz";

    assertThat(execute("try", "--config", JOB, "--keys", "samples/keys.json", file)).isZero();

    assertThat(out.toString(UTF_8).lines().toList())
        .hasSize(3)
        .element(1)
        .isEqualTo(
            "{\"file\":\"core.claim_0_7-9.json.gz\",\"line\":2,\"id\":\"{\\\"id\\\":2}\","
                + "\"operation\":\"DELETE\",\"last_modified\":\"2026-11-19T09:00:00Z\","
                + "\"value\":\"{\\\"_id\\\":{\\\"id\\\":2},\\\"_lastModifiedDateTime\\\":"
                + "{\\\"d_date\\\":\\\"2026-11-19T09:00:00.000Z\\\"},\\\"_removedDateTime\\\":"
                + "{\\\"d_date\\\":\\\"2026-11-19T09:00:00.000Z\\\"},\\\"name\\\":\\\"Person"
                + " 2\\\"}\",\"status\":null,\"amount\":null}");
  }

  @Test
  void saysWithItsExitCodeThatATriedLineIsBad() throws Exception {
    Path file = folder.resolve("x.json");
    Files.writeString(file, "{}\n \n");

    assertThat(execute("try", "--config", JOB, "--keys", "samples/keys.json", file.toString()))
        .isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"file":"x.json","line":1,"rejected":"envelope"}
            {"file":"x.json","line":2,"skipped":"blank"}
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "run --config x | no date is given; add '--date', or '--from' and '--to'",
        "run --config x --from 2026-11-19 | '--from' and '--to' go together; give both",
        "run --config x --date 2026-11-19 --at 2026-11-19T00:00:00Z | give one of '--date', '--from' with '--to', and '--at'",
        "run --config x --from 2026-11-20 --to 2026-11-19 | '--from' is after '--to'; exchange them",
        "run --config x --date 2026-13-19 | invalid value for option '--date': '2026-13-19' is not a date, such as 2026-11-19; see 'ingestion run --help'",
        "run --config x --at noon | invalid value for option '--at': 'noon' is not a time, such as 2026-11-19T09:30:00Z; see 'ingestion run --help'",
        "run --config samples/collection_claims.json --date 2026-11-19 --source data | 'data' is not a folder such as file:data; write file: before its path",
      })
  void namesAWrongCommandLine(String arguments, String message) {
    assertThat(execute(arguments.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString(UTF_8)).isEqualTo("ingestion: " + message + "\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void namesAWrongOption() {
    assertThat(execute("run", "--config", "x", "--date", "19.11.2026")).isEqualTo(2);
    assertThat(execute("run", "--date", "2026-11-19")).isEqualTo(2);
    assertThat(execute("rn")).isEqualTo(2);

    assertThat(err.toString(UTF_8).lines().toList())
        .hasSize(3)
        .allMatch(it -> it.startsWith("ingestion: ") && it.contains("; see 'ingestion"));
  }

  @Test
  @DisplayName("25: says in one sentence that something is missing or cannot be written")
  void saysInOneSentenceWhatIsMissing() throws Exception {
    String warehouse = "file:" + folder.resolve("warehouse");
    assertThat(execute("run", "--config", "no.json", "--date", "2026-11-19")).isEqualTo(3);
    assertThat(run("run", warehouse, "--source", "file:no", "--date", "2026-11-19")).isEqualTo(3);
    assertThat(run("run", warehouse, "--source", "file:samples/source", "--date", "2020-01-01"))
        .isEqualTo(3);
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(
            run(
                "run",
                "file:" + file + "/x",
                "--source",
                "file:samples/source",
                "--date",
                "2026-11-19"))
        .isEqualTo(3);
    assertThat(execute("sql", "--warehouse", "file:/no/such", "select 1")).isEqualTo(3);
    assertThat(execute("try", "--config", JOB, "--keys", "samples/keys.json", "no.gz"))
        .isEqualTo(3);
    assertThat(execute("erase", "--config", JOB, "--ids", "no.txt")).isEqualTo(3);

    List<String> lines = err.toString(UTF_8).lines().toList();
    assertThat(lines)
        .hasSize(7)
        .allMatch(it -> it.startsWith("ingestion: "))
        .noneMatch(it -> it.contains("fault of the program"));
    assertThat(lines.get(0))
        .isEqualTo(
            "ingestion: the job file 'no.json' cannot be read (NoSuchFileException); check its name"
                + " and permissions");
    assertThat(lines.get(2)).contains("there are no files for 2020-01-01 below 'file:");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  @DisplayName("2: ends with 1 when too many records are bad, and says where they lie")
  void endsWithOneOnBadData() throws Exception {
    Path source = folder.resolve("source/ucfs/2026/11/18/core/claim");
    Files.createDirectories(source);
    Files.write(source.resolve("a.gz"), TestRecords.gzip(List.of("{}")));

    assertThat(
            run(
                "run",
                "file:" + folder.resolve("warehouse"),
                "--source",
                "file:" + folder.resolve("source"),
                "--date",
                "2026-11-19"))
        .isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .startsWith(
            "ingestion: 2026-11-19 is not published, because 1 of its 1 records are bad (envelope: 1)");
  }

  @Test
  void refusesAJavaThatSparkDoesNotRunOn() {
    assertThat(Main.javaIsTooNew(25))
        .isEqualTo("ingestion: Spark does not run on Java 25; set JAVA_HOME to a Java 17 or 21");
  }

  private int run(String command, String warehouse, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command, "--config", JOB, "--keys", "samples/keys.json", "--warehouse", warehouse));
    arguments.addAll(List.of(more));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    Session session =
        new Session(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Map.of(),
            // Each look at the clock is half a second later.
            () -> Instant.parse("2026-11-20T00:00:00Z").plusMillis(500L * clock++),
            () -> "%08d".formatted(clock));
    return Main.run(Stream.of(arguments).map(String::strip).toList(), session);
  }
}
