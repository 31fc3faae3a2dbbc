package io.exportctl.source.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, from its arguments and environment to its exit code and output. */
class MainTest {

  private static TestDatabase database;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Map<String, String> environment = Map.of();
  private String in = "";

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.createEmpty();
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    Files.createDirectories(folder.resolve("datasets"));
    Files.createDirectories(folder.resolve("objects"));
    environment =
        new HashMap<>(
            Map.of(
                "STORE_DATABASE_URL",
                database.url(),
                "STORE_OBJECTS",
                "file:" + folder.resolve("objects"),
                "STORE_DATASETS",
                folder.resolve("datasets").toString(),
                "STORE_KEY",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Session session =
        new Session(
            environment,
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            folder);
    return Main.run(session, arguments);
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void tellsAllFaultsOfTheEnvironmentAtOnce() {
    environment =
        Map.of(
            "STORE_DATABASE_URL", "postgres://geheim@host",
            "STORE_OBJECTS", "ftp://x",
            "STORE_DATASETS", "/nowhere/at/all",
            "STORE_KEY", "geheim",
            "STORE_PUBLIC_URL", "store.example.org",
            "STORE_HAWK_ORIGINS", "a",
            "STORE_PORT", "http",
            "STORE_TIMESTAMP_WORD", "TIME",
            "STORE_WORKERS", "-1");

    assertThat(run("serve")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            store: STORE_DATABASE_URL does not begin with jdbc:postgresql:
            store: STORE_OBJECTS is neither like s3://bucket nor like file:/folder
            store: STORE_DATASETS is neither a folder nor like s3://bucket/config/sources/
            store: STORE_KEY is not 32 bytes in base64; "store keygen" makes one
            store: STORE_PUBLIC_URL is not like https://store.example.org
            store: STORE_HAWK_ORIGINS is not 1 to 3 times host:port, with commas between
            store: STORE_TIMESTAMP_WORD is neither TIMESTAMP nor TIMESTAMP WITHOUT TIME ZONE
            store: STORE_PORT is not a number from 0 to 65535
            store: STORE_WORKERS is not a number from 0 to 16
            """);
  }

  @Test
  void refusesWrongUsage() {
    assertThat(run("load")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo("store: name sources, or give --all; see \"store load --help\"\n");
    assertThat(run("laod")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("--help")).isZero();
  }

  @Test
  void makesTheUserOfTheServiceOnce() throws Exception {
    try (TestDatabase own = TestDatabase.createEmpty()) {
      environment.put("STORE_DATABASE_URL", own.url());
      assertThat(run("bootstrap", "--user", "x\"; drop table y")).isEqualTo(2);
      assertThat(run("bootstrap")).isEqualTo(3);
      assertThat(err.toString(UTF_8)).contains("has no role rds_iam, so it is not of RDS");

      own.execute("create role rds_iam");
      assertThat(run("bootstrap")).isZero();
      assertThat(out.toString(UTF_8)).isEqualTo("made the user store_app\n");
      assertThat(run("bootstrap")).isZero();
      assertThat(out.toString(UTF_8)).isEqualTo("the user store_app is there\n");

      // The server of the tests takes no tokens.
      own.execute("alter role store_app password 'app'");
      environment.put("STORE_DATABASE_URL", own.url().replaceFirst("[?].*", ""));
      environment.put("STORE_DATABASE_USER", "store_app");
      environment.put("STORE_DATABASE_PASSWORD", "app");
      assertThat(run("migrate")).isZero();
    }
  }

  @Test
  void asksForTokensOnlyWithAHostAndAUser() {
    environment.put("STORE_DATABASE_IAM", "yes");
    assertThat(run("migrate")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo("store: STORE_DATABASE_IAM is neither true nor false\n");

    environment.put("STORE_DATABASE_IAM", "true");
    environment.put("STORE_DATABASE_URL", "jdbc:postgresql:store");
    environment.put("STORE_DATABASE_PASSWORD", "x");
    assertThat(run("migrate")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            store: STORE_DATABASE_IAM is true, so STORE_DATABASE_PASSWORD has no effect; remove one
            store: STORE_DATABASE_IAM is true, so STORE_DATABASE_URL has to name a host and a user, such as jdbc:postgresql://host/database?user=store_app
            """);
  }

  @Test
  void triesAFileWithoutADatabase() throws Exception {
    environment = Map.of();
    Path source = write("s.yaml", "name: s\nschema: a.b\nupload: {by: [x]}\n");
    Path file = write("f.csv", "Company No.,b\n007,1\n");

    assertThat(run("try", source.toString(), "--file", file.toString())).isZero();
    assertThat(out.toString(UTF_8))
        .endsWith(
            """
            columns:
              - {name: company_no, from: "Company No.", type: text}
              - {name: b, type: integer}
            """);
  }

  @Test
  void tellsTheFaultsOfASource() throws Exception {
    Path source = write("s.yaml", "name: S\nschema: a.b\nupload: {by: [x]}\nmod: replace\n");

    assertThat(run("try", source.toString(), "--file", source.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            store: %1$s:1: "name" is not a name of a-z, 0-9 and _ of at most 40 characters
            store: %1$s:4: "mod" is not a key that this program knows
            """
                .formatted(source));
  }

  @Test
  void uploadsLoadsAndRestores() throws Exception {
    Files.writeString(
        folder.resolve("datasets/s.yaml"),
        "name: s\nschema: a.b\nupload: {by: [x]}\nreaders: [r]\n");
    assertThat(run("migrate")).as(err.toString(UTF_8)).isZero();
    assertThat(run("migrate", "--check")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("migrations to be made: 0\n");

    assertThat(run("upload", "s", write("one.csv", "n,t\n1,a\n2,b\n").toString()))
        .as(err.toString(UTF_8))
        .isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("s, \"one.csv\": version 1 of 2 rows, 0 put aside\n");
    assertThat(run("upload", "s", write("two.csv", "n,t\n3,c\n").toString())).isZero();
    assertThat(run("upload", "s", write("bad.csv", "n t,id\n3,c\n").toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "store: s, \"bad.csv\": the column name \"id\" is reserved; rename the column\n");
    assertThat(run("restore", "s", "1")).isZero();
    assertThat(run("status", "s")).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            s (a.b/L0)
              version 2: 1 rows of "two.csv", kept
              version 1: 2 rows of "one.csv", served
              file "bad.csv": failed after 1 attempts: the column name "id" is reserved; rename the column
              file "two.csv": processed
              file "one.csv": processed
            """);
    assertThat(run("restore", "s", "9")).isEqualTo(2);
    assertThat(run("load", "other")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo("store: there is no source \"other\"; STORE_DATASETS has s\n");
  }

  @Test
  void keepsKeysOutOfArgumentsAndLists() throws Exception {
    run("migrate");
    assertThat(run("client", "add", "reader", "--description", "a team")).isZero();
    String key = out.toString(UTF_8).strip();
    assertThat(key).hasSize(43);
    assertThat(run("client", "add", "reader", "--description", "again")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("client rotate");
    in = "made up for tests, 32 characters\n";
    assertThat(run("client", "rotate", "reader", "--read-key")).isZero();
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(run("client", "list")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("reader, enabled: a team\n");
    environment.put("STORE_KEY", "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=");
    run("client", "list");
    assertThat(out.toString(UTF_8))
        .isEqualTo("reader, sealed with another STORE_KEY; rotate it: a team\n");
    assertThat(run("client", "disable", "nobody")).isEqualTo(2);
  }

  @Test
  void importsTheClientsOfAnOlderSystem() throws Exception {
    run("migrate");
    String key = "made up for tests, 32 characters";
    Path file =
        write(
            "hawk_users.csv",
            "client_id,client_key,client_scope,description\n"
                + "old-one,\"%s\",[],\"A, team\"\nold-two,\"%s\",[],B\n".formatted(key, key));
    assertThat(run("client", "import", file.toString())).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("clients added: 2\n");
    assertThat(run("client", "list")).isZero();
    assertThat(out.toString(UTF_8)).contains("old-one, enabled: A, team\nold-two, enabled: B\n");

    Path mixed =
        write(
            "mixed.csv",
            "id,key,description\nnew,\"%s\",x\nold-two,\"%s\",x\n".formatted(key, key));
    assertThat(run("client", "import", mixed.toString())).isEqualTo(2);
    run("client", "list");
    assertThat(out.toString(UTF_8)).doesNotContain("new,");
    Path brief = write("brief.csv", "id,key,description\nnew,geheim,x\n");
    assertThat(run("client", "import", brief.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "store: the key of \"new\" has fewer than 16 characters; \"store client add\" makes one\n");
    assertThat(run("client", "import", write("no.csv", "id,key\n").toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualTo("store: the file has no column description\n");
  }
}
