package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.landing.loader.IndependentReader.ReadColumn;
import io.exportctl.s3.FaultS3;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests values on their whole way: a real database, the extractor as a process, the loader, and two
 * readers of its Parquet files that share no code.
 */
class ExtractedTypesTest {

  private static final String STRING = "binary (STRING)";
  private static final String INT = "int32 (INTEGER(32,true))";

  /**
   * Type of PostgreSQL.
   *
   * @param parquet its type in Parquet
   * @param expected expression for the text of a value {@code v}
   * @param values as SQL literals; each column has nulls, too
   */
  private record Type(String name, String parquet, String expected, List<String> values) {

    Type(String name, String parquet, String... values) {
      this(name, parquet, "v::text", List.of(values));
    }
  }

  private static final List<Type> TYPES =
      List.of(
          new Type("boolean", "boolean", "true", "false"),
          new Type("smallint", INT, "-32768", "32767", "0"),
          new Type("integer", INT, "-2147483648", "2147483647", "0"),
          new Type(
              "bigint",
              "int64 (INTEGER(64,true))",
              "-9223372036854775808",
              "9223372036854775807",
              "0"),
          new Type(
              "real",
              "float",
              "'NaN'",
              "'Infinity'",
              "'-Infinity'",
              "0.1",
              "'-0'",
              "1e-45",
              "3.4028235e38",
              "16777217"),
          new Type(
              "double precision",
              "double",
              "'NaN'",
              "'Infinity'",
              "'-Infinity'",
              "0.1",
              "'-0'",
              "4.9e-324",
              "1.7976931348623157e308",
              "2.2250738585072014e-308",
              "1e22",
              "1e23",
              "123456789012345678901234567890"),
          new Type(
              "numeric(9,2)", "int32 (DECIMAL(9,2))", "1.10", "-9999999.99", "0", "'NaN'", "'NaN'"),
          new Type(
              "numeric(18,4)", "int64 (DECIMAL(18,4))", "0.0001", "-99999999999999.9999", "'NaN'"),
          new Type(
              "numeric(38,12)",
              "fixed_len_byte_array (DECIMAL(38,12))",
              "12345678901234567890123456.789012345678",
              "-99999999999999999999999999.999999999999",
              "0"),
          new Type(
              "money",
              "fixed_len_byte_array (DECIMAL(19,2))",
              "v::numeric(19,2)::text",
              List.of("12.34", "-92233720368547758.08", "92233720368547758.07", "0")),
          new Type(
              "numeric",
              STRING,
              "'NaN'",
              "'Infinity'",
              "'-Infinity'",
              "0.00",
              "1.10",
              "12345678901234567890123456.789012345678",
              "1e-30",
              "-1e50"),
          new Type("numeric(50,3)", STRING, "12345678901234567890123456789012345678901234"),
          new Type(
              "text",
              STRING,
              "''",
              "'NULL'",
              "'null'",
              "'NaN'",
              "E'a\"b\\\\c/d'",
              "E'\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f'",
              "'ü€😀\u2028\u2029\ufeff'",
              "'\\N'",
              "'\\.'",
              "E'\\\\u0041'",
              "repeat('[{\"', 1000)",
              "repeat('x', 1000000)"),
          new Type("varchar(20)", STRING, "''", "' x '"),
          // A cast of char(n) strips its blanks.
          new Type("char(5)", STRING, "rpad(v::text, 5)", List.of("'a'", "''")),
          new Type("name", STRING, "'n'"),
          new Type("mood", STRING, "'happy \"x\"'"),
          new Type("xml", STRING, "'<a>\"ü\"</a>'"),
          new Type("uuid", STRING, "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"),
          new Type(
              "date",
              "int32 (DATE)",
              "'2026-08-01'",
              "'0001-01-01'",
              "'9999-12-31'",
              "'1582-10-10'",
              "'1900-02-28'",
              "'0001-12-31 BC'",
              "'4713-01-01 BC'",
              "'10000-01-01'",
              "'5874897-12-31'",
              "'infinity'",
              "'-infinity'"),
          new Type(
              "timestamp",
              "int64 (TIMESTAMP(MICROS,false))",
              "'2026-08-01 01:00:00'",
              "'2026-08-01 01:02:03.123456'",
              "'2026-08-01 01:02:03.0001'",
              "'0001-01-01 00:00:00'",
              "'9999-12-31 23:59:59.999999'",
              "'1969-12-31 23:59:59.1'",
              "'1582-10-10 12:00:00'",
              "'0044-03-15 BC'",
              "'294276-12-31 23:59:59.999999'",
              "'infinity'",
              "'-infinity'"),
          new Type(
              "timestamptz",
              "int64 (TIMESTAMP(MICROS,true))",
              "'2026-08-01 01:00:00+01'",
              "'2026-08-01 01:02:03.5-11:30'",
              "'9999-12-31 23:59:59.999999+00'",
              "'0044-03-15 00:00:00+00 BC'",
              "'10000-01-01 00:00:00+00'",
              "'infinity'",
              "'-infinity'"),
          new Type("time", STRING, "'24:00'", "'01:02:03.4'"),
          new Type("timetz", STRING, "'01:02:03+05:30'"),
          new Type("interval", STRING, "'1 year -2 months 3 days 04:05:06.7'", "'0'"),
          new Type("bytea", "binary", "''", "'\\x00ff5c22'", "'\\x00'", "'\\x000102'"),
          new Type(
              "json",
              STRING,
              "'{\"a\" :  1.10, \"a\": null}'",
              "E'[1,\\n 2,\\r\\n\\t3]'",
              "'\"\\u0000\"'",
              "'\"\\ud83d\"'",
              "'12345678901234567890.5'",
              "'1e400'",
              "'null'"),
          new Type("jsonb", STRING, "'{\"b\": [1.10, {}], \"a\": \"\\\"\"}'", "'null'", "'1e400'"),
          array("integer[]", "'{}'", "'{1,NULL,3}'", "'{{1,2},{3,4}}'", "'[0:1]={5,6}'"),
          array("text[]", "array[E'a\\n\"b\\\\', '', NULL, 'ü\u2028']", "'{}'"),
          array("double precision[]", "'{0.1,NaN,-Infinity,1e20,1e300,-0}'"),
          array("real[]", "'{1e20,0.1}'"),
          array("bigint[]", "'{9223372036854775807}'"),
          array("timestamptz[]", "'{2026-08-01 01:00:00+00,infinity}'"),
          array("mood[]", "array['happy \"x\"'::mood]"),
          new Type(
              "numeric[]",
              STRING,
              "to_json(v::text[])::text",
              List.of("'{1.10,12345678901234567890.5,NaN,NULL,1e20}'")),
          new Type(
              "jsonb[]",
              STRING,
              "to_json(v::text[])::text",
              List.of("array['{\"a\": 1.10}'::jsonb, 'null', NULL]")),
          new Type("positive", INT, "1"),
          new Type("price", "int32 (DECIMAL(5,1))", "1.5"),
          new Type("pair", STRING, "row(1, E'a\"\\n')::pair", "row(NULL, '')::pair"),
          new Type("int4range", STRING, "'[1,5)'", "'empty'"),
          new Type("inet", STRING, "'10.0.0.1/8'", "'::1'"),
          new Type("bit(3)", STRING, "B'101'"),
          new Type("point", STRING, "'(1.5,-2)'"),
          new Type("tsvector", STRING, "'a:1 \"b\"'"),
          new Type("oid", STRING, "4294967295"));

  /** Blocks of 4,096 characters: all of Unicode but for U+0000 and the surrogates. */
  private static final String CHARACTERS =
      """
      CREATE TABLE characters AS
      SELECT block AS id, string_agg(chr(code), '' ORDER BY code) AS t,
        to_json(string_agg(chr(code), '' ORDER BY code)) AS j
      FROM generate_series(0, 271) block, generate_series(block * 4096, block * 4096 + 4095) code
      WHERE code > 0 AND code NOT BETWEEN 55296 AND 57343 GROUP BY block
      """;

  /** Numbers of all magnitudes, from a generator with a seed. */
  private static final String NUMBERS =
      """
      CREATE TABLE numbers AS
      SELECT id, ((a - 0.5) * power(10.0::float8, (b * 74 - 36)::int))::real AS r,
        (a - 0.5) * power(10.0::float8, (b * 600 - 300)::int) AS d,
        ((a - 0.5) * 1e20)::numeric(38,12) AS n,
        timestamp '0001-01-01' + a * (timestamp '9999-12-31' - timestamp '0001-01-01') AS t
      FROM (SELECT id, random() a, random() b FROM generate_series(1, 5000) id) random
      """;

  @TempDir static Path folder;

  private static EmbeddedPostgres postgres;
  private static Platform platform;
  private static String timestamp;
  private static String verdict;

  private static Type array(String name, String... values) {
    return new Type(name, STRING, "to_json(v)::text", List.of(values));
  }

  @BeforeAll
  static void load() throws Exception {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    fill();
    Path sent = Files.createDirectory(folder.resolve("sent"));
    extract(sent);
    FaultS3 s3 = Platform.s3();
    Manifest manifest = manifest(sent);
    timestamp = manifest.extractionTimestamp();
    platform =
        new Platform(
            s3,
            FaultS3.EXPORT,
            FaultS3.TARGET,
            new MemoryCatalogue(),
            folder,
            Platform.settings(false),
            () -> ManifestCheck.instant(timestamp).plusSeconds(60));
    Sender sender = platform.sender(timestamp);
    try (Stream<Path> files = Files.walk(sent)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sender.put(sent.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    verdict = platform.load(timestamp);
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  @DisplayName("22: every type reads as the database prints it, by two readers")
  void keepsTheValuesOfEveryType() throws Exception {
    Map<String, ReadColumn> read = IndependentReader.read(parquet("t"));

    assertThat(read.keySet())
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of("id"), IntStream.range(0, TYPES.size()).mapToObj(it -> "c" + it))
                .toList());
    for (int index = 0; index < TYPES.size(); index++) {
      Type type = TYPES.get(index);
      String column = "c" + index;
      List<String> expected = new ArrayList<>();
      for (String text : server("t", type.expected().replace("v", column))) {
        expected.add(canHold(type, text) ? same(type, text) : null);
      }

      assertThat(read.get(column).type()).as(type.name()).isEqualTo(type.parquet());
      assertThat(read.get(column).values()).as(type.name()).isEqualTo(expected);
      assertThat(duck(type, column)).as("%s, by DuckDB", type.name()).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("22: values that Parquet cannot hold are null and counted")
  void countsEveryValueThatBecameNull() throws Exception {
    Map<String, Object> nulled = new LinkedHashMap<>();
    for (int index = 0; index < TYPES.size(); index++) {
      Type type = TYPES.get(index);
      long count =
          server("t", type.expected().replace("v", "c" + index)).stream()
              .filter(it -> !canHold(type, it))
              .count();
      if (count > 0) {
        nulled.put("c" + index, (int) count);
      }
    }
    Map<String, Object> counted = new LinkedHashMap<>();
    for (Object each : (List<?>) JSON.std.mapFrom(verdict).get("nulled")) {
      Map<?, ?> entry = (Map<?, ?>) each;
      assertThat(entry.get("table")).isEqualTo("t");
      counted.put((String) entry.get("column"), entry.get("count"));
    }

    assertThat(counted).hasSizeGreaterThanOrEqualTo(5).isEqualTo(nulled);
  }

  @Test
  @DisplayName("23: every character of Unicode is unchanged, as text and in JSON")
  void keepsEveryCharacter() throws Exception {
    Map<String, ReadColumn> read = IndependentReader.read(parquet("characters"));

    assertThat(read.get("t").values().equals(server("characters", "t"))).isTrue();
    assertThat(read.get("j").values().equals(server("characters", "j::text"))).isTrue();
    assertThat(String.join("", read.get("t").values()).codePoints().count())
        .isEqualTo(0x10FFFF - 0x800);
    assertThat(ParquetFile.texts(parquet("characters"), "t")).isEqualTo(read.get("t").values());
  }

  @Test
  @DisplayName("22: random numbers of all magnitudes are unchanged")
  void keepsRandomNumbers() throws Exception {
    Map<String, ReadColumn> read = IndependentReader.read(parquet("numbers"));

    assertThat(read.get("r").values())
        .isEqualTo(
            server("numbers", "r::text").stream().map(it -> Float.valueOf(it).toString()).toList());
    assertThat(read.get("d").values())
        .isEqualTo(
            server("numbers", "d::text").stream()
                .map(it -> Double.valueOf(it).toString())
                .toList());
    assertThat(read.get("n").values()).isEqualTo(server("numbers", "n::text"));
    assertThat(read.get("t").values()).isEqualTo(server("numbers", "t::text"));
  }

  private static void fill() throws Exception {
    execute(
        "CREATE TYPE mood AS ENUM ('happy \"x\"')",
        "CREATE TYPE pair AS (a int, b text)",
        "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
        "CREATE DOMAIN price AS numeric(5,1)",
        "SELECT setseed(0.5)",
        CHARACTERS,
        NUMBERS);
    List<String> columns = new ArrayList<>(List.of("id int"));
    TYPES.forEach(it -> columns.add("c%d %s".formatted(columns.size() - 1, it.name())));
    execute("CREATE TABLE t (%s)".formatted(String.join(", ", columns)));
    int rows = TYPES.stream().mapToInt(it -> it.values().size()).max().orElseThrow() + 1;
    for (int row = 0; row < rows; row++) {
      List<String> values = new ArrayList<>(List.of(Integer.toString(row)));
      for (Type type : TYPES) {
        values.add(row < type.values().size() ? type.values().get(row) : "NULL");
      }
      execute("INSERT INTO t VALUES (%s)".formatted(String.join(", ", values)));
    }
  }

  private static void execute(String... statements) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String it : statements) {
        statement.execute(it);
      }
    }
  }

  /** Texts of an expression, by the ids of the rows. */
  private static List<String> server(String table, String expression) throws Exception {
    List<String> texts = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'; SET IntervalStyle = 'iso_8601'");
      statement.execute("SET DateStyle = 'ISO'; SET extra_float_digits = 1");
      try (ResultSet rows =
          statement.executeQuery("SELECT %s FROM %s ORDER BY id".formatted(expression, table))) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }

  private static void extract(Path to) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.exportctl.landing.extractor.cli.Main");
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST", "localhost",
                "PGPORT", Integer.toString(postgres.getPort()),
                "PGDATABASE", "postgres",
                "PGUSER", "postgres",
                "PGPASSWORD", "postgres",
                "PGSSLMODE", "disable",
                "DATASET", Sender.DATASET,
                "LOCAL_EXPORT_DESTINATION", to.toString()));
    Process process = builder.redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(log).isZero();
  }

  private static Manifest manifest(Path sent) throws Exception {
    try (Stream<Path> files = Files.walk(sent)) {
      Path file = files.filter(it -> it.endsWith("manifest.json")).findFirst().orElseThrow();
      Manifest manifest = ManifestReader.read(Files.readAllBytes(file));
      String key = Keys.of(Sender.DATASET, manifest.extractionTimestamp()).manifest();
      assertThat(file).isEqualTo(sent.resolve(key));
      return manifest;
    }
  }

  /** Only file of a table. */
  private static Path parquet(String table) throws Exception {
    Path file = folder.resolve(table + ".parquet");
    if (!Files.exists(file)) {
      platform.download(table, file);
    }
    return file;
  }

  private static List<String> duck(Type type, String column) throws Exception {
    String expression =
        type.name().equals("bytea") ? "'\\x' || lower(hex(%s))".formatted(column) : column;
    return ParquetFile.texts(parquet("t"), expression).stream()
        .map(
            it ->
                it == null
                    ? null
                    : same(type, it.replace("nan", "NaN").replaceFirst("^(-?)inf$", "$1Infinity")))
        .toList();
  }

  /** A text of a float as Java prints it: both print one that reads back the same. */
  private static String same(Type type, String text) {
    if (text == null) {
      return null;
    }
    return switch (type.parquet()) {
      case "float" -> Float.valueOf(text).toString();
      case "double" -> Double.valueOf(text).toString();
      default -> text;
    };
  }

  private static boolean canHold(Type type, String text) {
    if (text == null) {
      return true;
    }
    if (type.parquet().contains("DECIMAL")) {
      return !text.equals("NaN");
    }
    boolean time = type.parquet().contains("DATE") || type.parquet().contains("TIMESTAMP");
    return !time || text.matches("[0-9]{4}-[^B]*");
  }
}
