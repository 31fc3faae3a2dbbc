package io.exportctl.landing.extractor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.extractor.support.TestServer;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.ExcludedTable;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Extractions of a real server into a folder. */
class ExtractionTest {

  @TempDir Path folder;

  @Test
  void writesPartsThatTheManifestDescribes() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE note (id int NOT NULL, text text)",
            "COMMENT ON TABLE note IS 'What was said'",
            "COMMENT ON COLUMN note.text IS 'Free text'",
            "INSERT INTO note SELECT i, repeat('x', 1000) FROM generate_series(1, 500) i",
            "CREATE TABLE nothing (id int)")) {
      Extracted it = Extracted.to(folder, TestOptions.of(database).partBytes(100_000));

      Table note = it.table("note");
      assertThat(note.rows()).isEqualTo(500);
      assertThat(note.comment()).isEqualTo("What was said");
      assertThat(note.columns().get(1).comment()).isEqualTo("Free text");
      assertThat(note.columns().get(0).nullable()).isFalse();
      assertThat(note.parts()).hasSize(6);
      for (Part part : note.parts()) {
        byte[] stored = Files.readAllBytes(folder.resolve(part.key()));
        assertThat(part.bytes()).isEqualTo(stored.length);
        assertThat(part.sha256())
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored)));
      }
      assertThat(it.lines("note"))
          .hasSize(500)
          .contains("{\"id\":1,\"text\":\"" + "x".repeat(1000) + "\"}");
      assertThat(it.table("nothing").parts()).isEmpty();
      assertThat(it.manifest().snapshot().serverVersion()).startsWith("15.");
      Path manifest =
          folder.resolve(
              "metadata/database_name=case_notes_dev/table_name=db_and_table_list/"
                  + "extraction_timestamp=20260801010000Z/manifest.json");
      assertThat(ManifestReader.read(Files.readAllBytes(manifest))).isEqualTo(it.manifest());
      assertThat(Extracted.files(folder)).hasSize(9);
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void compresses(Compression compression) throws Exception {
    try (TestDatabase database =
        TestDatabase.create("CREATE TABLE t (id int)", "INSERT INTO t VALUES (7)")) {
      Extracted it = Extracted.to(folder, TestOptions.of(database).with(compression));

      assertThat(it.lines("t")).containsExactly("{\"id\":7}");
      assertThat(it.table("t").parts().get(0).key()).endsWith(compression.extension());
    }
  }

  @Test
  @DisplayName("21, 24: names of any characters; generated and dropped columns; kinds of tables")
  void readsTablesOfEveryKind() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE \"Weird \"\"Name\"\"; --\" (\"a\"\"b\\c\" int, \"A\" int, a int, \"%s\" int)",
            "INSERT INTO \"Weird \"\"Name\"\"; --\" VALUES (1, 2, 3, 4)",
            "CREATE TABLE g (a int, gone int, b int GENERATED ALWAYS AS (a * 2) STORED)",
            "ALTER TABLE g DROP COLUMN gone",
            "INSERT INTO g VALUES (2)",
            "CREATE TABLE p (id int) PARTITION BY RANGE (id)",
            "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id)",
            "CREATE TABLE p11 PARTITION OF p1 FOR VALUES IN (1)",
            "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20)",
            "INSERT INTO p VALUES (1), (11)",
            "CREATE TABLE parent (id int)",
            "CREATE TABLE child () INHERITS (parent)",
            "INSERT INTO parent VALUES (1)",
            "INSERT INTO child VALUES (2)",
            "CREATE TABLE i (id int GENERATED ALWAYS AS IDENTITY, n int)",
            "INSERT INTO i (n) VALUES (9)",
            "CREATE UNLOGGED TABLE l (id int)",
            "INSERT INTO l VALUES (3)",
            "CREATE EXTENSION file_fdw",
            "CREATE SERVER files FOREIGN DATA WRAPPER file_fdw",
            "CREATE FOREIGN TABLE f (id int) SERVER files OPTIONS (program 'echo 3')",
            "CREATE FOREIGN TABLE f2 (id int) SERVER files OPTIONS (program 'echo 3')",
            "CREATE UNLOGGED TABLE u (id int)",
            "CREATE VIEW v AS SELECT 5 AS five",
            "CREATE VIEW other AS SELECT 6 AS six",
            "CREATE MATERIALIZED VIEW m AS SELECT 7 AS seven")) {
      Selection selection =
          new Selection(
              List.of("public"),
              List.of("*", "v", "public.m", "f"),
              List.of("u"),
              List.of(),
              List.of());

      Extracted it = Extracted.to(folder, TestOptions.of(database).with(selection));

      assertThat(it.manifest().tables().stream().map(Table::tableName))
          .containsExactly(
              "weird__name_____", "child", "f", "g", "i", "l", "m", "p", "parent", "v");
      assertThat(it.lines("f")).containsExactly("{\"id\":3}");
      assertThat(it.lines("i")).containsExactly("{\"id\":1,\"n\":9}");
      assertThat(it.lines("l")).containsExactly("{\"id\":3}");
      assertThat(it.lines("Weird \"Name\"; --"))
          .containsExactly("{\"a\\\"b\\\\c\":1,\"A\":2,\"a\":3,\"%s\":4}");
      assertThat(it.lines("g")).containsExactly("{\"a\":2,\"b\":4}");
      assertThat(it.lines("p")).containsExactlyInAnyOrder("{\"id\":1}", "{\"id\":11}");
      assertThat(it.lines("parent")).containsExactly("{\"id\":1}");
      assertThat(it.lines("child")).containsExactly("{\"id\":2}");
      assertThat(it.lines("v")).containsExactly("{\"five\":5}");
      assertThat(it.lines("m")).containsExactly("{\"seven\":7}");
      assertThat(it.manifest().excludedTables())
          .containsExactly(
              new ExcludedTable("public.f2", "foreign_table"),
              new ExcludedTable("public.other", "view"),
              new ExcludedTable("public.u", "u"));
    }
  }

  @Test
  @DisplayName("24: temporary tables of others are not read, virtual generated columns are")
  void readsVirtualColumns() throws Exception {
    try (TestDatabase database =
            TestDatabase.create(
                TestServer.shared(18),
                "CREATE TABLE a (n int, twice int GENERATED ALWAYS AS (n * 2) VIRTUAL)",
                "INSERT INTO a VALUES (4)");
        Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE b (n int)");

      Extracted it = Extracted.to(folder, TestOptions.of(database));

      assertThat(it.manifest().tables()).hasSize(1);
      assertThat(it.lines("a")).containsExactly("{\"n\":4,\"twice\":8}");
    }
  }

  @Test
  @DisplayName("25: a database of unknown encoding is refused")
  void refusesSqlAscii() throws Exception {
    try (TestDatabase database =
        TestDatabase.createAs(
            TestServer.shared(TestServer.USUAL),
            "TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'",
            "CREATE TABLE a (t text)",
            "INSERT INTO a VALUES (convert_from('\\xff', 'SQL_ASCII'))")) {
      assertFails(
          TestOptions.of(database),
          ExitStatus.USAGE,
          "the database has the encoding SQL_ASCII, so the encoding of its texts is not known");
    }
  }

  @Test
  @DisplayName("25: texts of a LATIN1 database are converted")
  void convertsLatin1() throws Exception {
    try (TestDatabase database =
        TestDatabase.createAs(
            TestServer.shared(TestServer.USUAL),
            "TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'",
            "CREATE TABLE a (t text, j jsonb, \"ü\" text[])",
            "INSERT INTO a VALUES (U&'\\00e4', U&'{\"k\": \"\\00e9\"}', array[U&'\\00df'])")) {
      assertThat(Extracted.to(folder, TestOptions.of(database)).lines("a"))
          .containsExactly("{\"t\":\"ä\",\"j\":\"{\\\"k\\\": \\\"é\\\"}\",\"ü\":[\"ß\"]}");
    }
  }

  @Test
  void showsNoValueThatTheServerNames() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (t text)",
            "INSERT INTO a VALUES ('geheim')",
            "CREATE VIEW v AS SELECT t::int FROM a")) {
      Selection selection =
          new Selection(List.of("public"), List.of("v"), List.of(), List.of(), List.of());

      assertFails(
          TestOptions.of(database).with(selection),
          ExitStatus.FAILED,
          "table \"public.v\": the server could not give a value (SQLSTATE 22P02); its own log names"
              + " it");
    }
  }

  @Test
  void leavesOutAndHashesColumns() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (id int, email text, noms_id text)",
            "CREATE TABLE b (id int, email text, noms_id char(6))",
            "INSERT INTO a VALUES (1, 'secret@example.org', 'A1234B')",
            "INSERT INTO b VALUES (1, 'secret@example.org', 'A1234B')")) {
      Selection selection =
          new Selection(
              List.of("public"), List.of("*"), List.of(), List.of("*.email"), List.of("*.noms_id"));

      Extracted it =
          Extracted.to(folder, TestOptions.of(database).with(selection).with(Compression.NONE));

      String expected =
          "{\"id\":1,\"noms_id\":\"" + hmac("A1234B", "0123456789abcdef0123456789abcdef") + "\"}";
      assertThat(it.lines("a")).containsExactly(expected);
      assertThat(it.lines("b")).containsExactly(expected);
      assertThat(it.table("a").excludedColumns()).containsExactly("email");
      assertThat(it.table("a").columns().get(1).hashed()).isTrue();
      for (String file : Extracted.files(folder)) {
        assertThat(Files.readString(folder.resolve(file))).doesNotContain("secret", "A1234B");
      }
    }
  }

  private static String hmac(String text, String key) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
  }

  @Test
  @DisplayName("6: missing rights as ready GRANTs, with all other problems")
  void tellsAllProblemsAtOnce() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (id int)",
            "CREATE TABLE \"A\" (id int)",
            "CREATE TABLE b (id int)",
            "CREATE SCHEMA other",
            "CREATE TABLE other.c (id int)",
            "DROP ROLE IF EXISTS reader",
            "CREATE ROLE reader LOGIN PASSWORD 'postgres'",
            "GRANT SELECT ON a TO reader")) {
      Selection selection =
          new Selection(
              List.of("public", "other", "audit"),
              List.of("*"),
              List.of("flyway"),
              List.of("a.emial"),
              List.of());

      assertFails(
          TestOptions.of(database).with(database.settings("reader")).with(selection),
          ExitStatus.USAGE,
          """
          there is no table in a schema "audit"; see EXTRACT_SCHEMAS
          no table matches "flyway"; see EXTRACT_EXCLUDE_TABLES
          no column matches "a.emial"; see EXTRACT_EXCLUDE_COLUMNS
          tables "public.A" and "public.a" would both be called "a"; exclude one of them
          missing right: GRANT SELECT ON "other"."c" TO "reader";
          missing right: GRANT USAGE ON SCHEMA "other" TO "reader";
          missing right: GRANT SELECT ON "public"."A" TO "reader";
          missing right: GRANT SELECT ON "public"."b" TO "reader";\
          """);
    }
  }

  @Test
  @DisplayName("5: row-level security fails instead of hiding rows")
  void rowLevelSecurityIsAnError() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (id int)",
            "ALTER TABLE a ENABLE ROW LEVEL SECURITY",
            "CREATE POLICY few ON a USING (id = 1)",
            "INSERT INTO a VALUES (1), (2)",
            "DROP ROLE IF EXISTS reader",
            "CREATE ROLE reader LOGIN PASSWORD 'postgres'",
            "GRANT SELECT ON a TO reader")) {
      assertFails(
          TestOptions.of(database).with(database.settings("reader")),
          ExitStatus.USAGE,
          "row-level security hides rows of [public.a]: ALTER ROLE \"reader\" BYPASSRLS;");
    }
  }

  @Test
  @DisplayName("18: a row over the limit ends the extraction, with its table")
  void refusesRowsOverTheLimit() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (t text)", "INSERT INTO a VALUES ('small'), (repeat('x', 2000000))")) {
      assertFails(
          TestOptions.of(database),
          ExitStatus.FAILED,
          "table \"public.a\": the row at ctid (0,2) has more than the 1 MiB of JSON that are allowed;"
              + " leave out its large column with EXTRACT_EXCLUDE_COLUMNS, or raise"
              + " EXTRACT_MAX_ROW_MIB and the memory");
    }
  }

  @Test
  @DisplayName("10: timeouts of the role do not end the extraction")
  void overridesTheTimeoutsOfTheRole() throws Exception {
    try (TestDatabase database =
        TestDatabase.create("CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)")) {
      database.execute(
          "ALTER DATABASE %s SET statement_timeout = '1ms'".formatted(database.name()),
          "ALTER DATABASE %s SET idle_in_transaction_session_timeout = '1ms'"
              .formatted(database.name()));

      assertThat(Extracted.to(folder, TestOptions.of(database)).lines("a"))
          .containsExactly("{\"id\":1}");
    }
  }

  private void assertFails(TestOptions options, ExitStatus status, String message)
      throws Exception {
    assertThatThrownBy(() -> Extracted.extraction(options, new FolderDestination(folder)).run())
        .isInstanceOfSatisfying(
            ExtractionException.class, it -> assertThat(it.status()).isEqualTo(status))
        .hasMessage(message);
    assertThat(Extracted.files(folder)).isEmpty();
  }
}
