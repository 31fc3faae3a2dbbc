package io.exportctl.landing.extractor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.JsonLines;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.extractor.support.TestServer;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Encoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every type, against what the server itself prints. */
@ParameterizedClass(name = "PostgreSQL {0}")
@MethodSource("io.exportctl.landing.extractor.support.TestServer#versions")
class TypesTest {

  /** Types and values as SQL literals; each table has a null too. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("boolean", List.of("true", "false")),
          Map.entry("smallint", List.of("-32768", "32767", "0")),
          Map.entry("integer", List.of("-2147483648", "2147483647", "0")),
          Map.entry("bigint", List.of("-9223372036854775808", "9223372036854775807", "0")),
          Map.entry(
              "real",
              List.of(
                  "'NaN'", "'Infinity'", "'-Infinity'", "0.1", "-0.0", "1e-45", "3.4028235e38")),
          Map.entry(
              "double precision",
              List.of(
                  "'NaN'",
                  "'Infinity'",
                  "'-Infinity'",
                  "0.1",
                  "2e-3",
                  "'-0'",
                  "4.9e-324",
                  "1.7976931348623157e308",
                  "2.2250738585072014e-308",
                  "1e22",
                  "123456789.125")),
          Map.entry(
              "numeric",
              List.of(
                  "'NaN'",
                  "'Infinity'",
                  "'-Infinity'",
                  "0",
                  "0.00",
                  "1.10",
                  "-0.0001",
                  "10000",
                  "100000000",
                  "12345678901234567890123456.789012345678",
                  "1e-30",
                  "-1e50",
                  "0.00010000",
                  "99999999.0001",
                  "1e-131",
                  "5000.05000",
                  "-9999")),
          Map.entry("numeric(9,2)", List.of("1.10", "-9999999.99", "0", "'NaN'")),
          Map.entry(
              "numeric(50,3)", List.of("1.1", "12345678901234567890123456789012345678901234")),
          Map.entry("money", List.of("12.34", "-92233720368547758.08", "0")),
          Map.entry(
              "text",
              List.of(
                  "''",
                  "'NULL'",
                  "'null'",
                  "E'a\"b\\\\c/d'",
                  "E'\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f'",
                  "'ü€😀\u2028\u2029'",
                  "'\\N'",
                  "'\\.'",
                  "E'\\\\u0041'")),
          Map.entry("varchar(20)", List.of("''", "' x '")),
          Map.entry("char(5)", List.of("'a'", "''")),
          Map.entry("name", List.of("'n'")),
          Map.entry("\"char\"", List.of("'x'", "''", "E'\\\\'")),
          Map.entry("mood", List.of("'happy \"x\"'")),
          Map.entry("xml", List.of("'<a>\"ü\"</a>'")),
          Map.entry(
              "uuid",
              List.of(
                  "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                  "'00000000-0000-0000-0000-00000000000f'")),
          Map.entry(
              "date",
              List.of(
                  "'2026-08-01'",
                  "'0001-01-01'",
                  "'0044-03-15 BC'",
                  "'4713-01-01 BC'",
                  "'5874897-12-31'",
                  "'infinity'",
                  "'-infinity'",
                  "'1582-10-10'",
                  "'1900-02-28'")),
          Map.entry(
              "timestamp",
              List.of(
                  "'2026-08-01 01:00:00'",
                  "'2026-08-01 01:02:03.123456'",
                  "'1999-12-31 23:59:59.999999'",
                  "'1969-12-31 23:59:59.1'",
                  "'0044-03-15 BC'",
                  "'294276-12-31 23:59:59.999999'",
                  "'4713-01-01 BC'",
                  "'infinity'",
                  "'-infinity'",
                  "'2026-08-01 01:02:03.000100'")),
          Map.entry(
              "timestamptz",
              List.of(
                  "'2026-08-01 01:00:00+01'",
                  "'0044-03-15 00:00:00+00 BC'",
                  "'infinity'",
                  "'-infinity'",
                  "'2026-08-01 01:02:03.5-11:30'")),
          Map.entry("time", List.of("'24:00'", "'01:02:03.4'")),
          Map.entry("timetz", List.of("'01:02:03+05:30'")),
          Map.entry("interval", List.of("'1 year -2 months 3 days 04:05:06.7'", "'0'")),
          Map.entry("bytea", List.of("''", "'\\x00ff5c22'")),
          Map.entry(
              "json",
              List.of(
                  "'{\"a\" :  1.10, \"a\": null}'",
                  "E'[1,\\n 2,\\r\\n\\t3]'",
                  "'\"\\u0000\"'",
                  "'12345678901234567890.5'",
                  "'null'")),
          Map.entry(
              "jsonb", List.of("'{\"b\": [1.10, {}], \"a\": \"\\\"\"}'", "'null'", "'1e400'")),
          Map.entry(
              "integer[]", List.of("'{}'", "'{1,NULL,3}'", "'{{1,2},{3,4}}'", "'[0:1]={5,6}'")),
          Map.entry("text[]", List.of("array[E'a\\n\"b', '', NULL]", "'{}'")),
          Map.entry("char(3)[]", List.of("'{a,NULL,bcd}'")),
          Map.entry("bytea[]", List.of("array['\\x00ff'::bytea, NULL]")),
          Map.entry("money[]", List.of("'{1.5,-2}'")),
          Map.entry("date[]", List.of("'{2026-08-01,infinity,0044-03-15 BC}'")),
          Map.entry("json[]", List.of("array[E'{\"a\" :\\n 1.10}'::json, 'null', NULL]")),
          Map.entry("boolean[]", List.of("'{{{t,f},{NULL,t}}}'")),
          Map.entry("numeric[]", List.of("'{1.10,12345678901234567890.5,NaN,NULL}'")),
          Map.entry("jsonb[]", List.of("array['{\"a\": 1.10}'::jsonb, 'null', NULL]")),
          Map.entry("double precision[]", List.of("'{0.1,NaN,-Infinity}'")),
          Map.entry("timestamptz[]", List.of("'{2026-08-01 01:00:00+00,infinity}'")),
          Map.entry("mood[]", List.of("array['happy \"x\"'::mood]")),
          Map.entry("pair[]", List.of("array[row(1, 'x')::pair]")),
          Map.entry("positive", List.of("1")),
          Map.entry("price", List.of("1.5")),
          Map.entry("positives", List.of("'{1,2}'")),
          Map.entry("pair", List.of("row(1, E'a\"\\n')::pair", "row(NULL, '')::pair")),
          Map.entry("int4range", List.of("'[1,5)'", "'empty'")),
          Map.entry("inet", List.of("'10.0.0.1/8'", "'::1'")),
          Map.entry("macaddr", List.of("'08:00:2b:01:02:03'")),
          Map.entry("bit(3)", List.of("B'101'")),
          Map.entry("varbit", List.of("B''", "B'1'")),
          Map.entry("point", List.of("'(1.5,-2)'")),
          Map.entry("polygon", List.of("'((0,0),(1,1))'")),
          Map.entry("tsvector", List.of("'a:1 \"b\"'")),
          Map.entry("oid", List.of("4294967295")),
          Map.entry("regclass", List.of("'pg_catalog.pg_class'")),
          Map.entry("int2vector", List.of("'1 2'")),
          Map.entry("pg_lsn", List.of("'16/B374D848'")),
          Map.entry("jsonpath", List.of("'$.a[*]'")));

  private static final List<String> TYPES = VALUES.keySet().stream().sorted().toList();

  private static TestDatabase database;

  @Parameter int version;

  @BeforeParameterizedClassInvocation
  static void fill(int version) throws Exception {
    database =
        TestDatabase.create(
            TestServer.shared(version),
            "CREATE TYPE mood AS ENUM ('happy \"x\"')",
            "CREATE TYPE pair AS (a int, b text)",
            "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
            "CREATE DOMAIN price AS numeric(5,1)",
            "CREATE DOMAIN positives AS int[]");
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < TYPES.size(); i++) {
      statements.add("CREATE TABLE t%d (id int, v %s)".formatted(i, TYPES.get(i)));
      List<String> values = VALUES.get(TYPES.get(i));
      statements.add("INSERT INTO t%d VALUES (0, NULL)".formatted(i));
      for (int j = 0; j < values.size(); j++) {
        statements.add("INSERT INTO t%d VALUES (%d, %s)".formatted(i, j + 1, values.get(j)));
      }
    }
    database.execute(statements.toArray(String[]::new));
  }

  @AfterParameterizedClassInvocation
  static void drop() throws Exception {
    database.close();
  }

  @Test
  @DisplayName("22: row_to_json writes the values that the server's row_to_json writes")
  void rowToJsonIsTheServers(@TempDir Path folder) throws Exception {
    Extracted extracted = Extracted.to(folder, TestOptions.of(database).with(Encoding.ROW_TO_JSON));

    for (int i = 0; i < TYPES.size(); i++) {
      List<String> expected = server("SELECT row_to_json(t)::text FROM t%d t ORDER BY id", i);
      List<Object> values = new ArrayList<>();
      for (String line : extracted.lines("t" + i)) {
        values.add(JsonLines.tokens(line, Map.of("v", TYPES.get(i))));
      }
      List<Object> expectedValues = new ArrayList<>();
      for (String line : expected) {
        expectedValues.add(JsonLines.tokens(line, Map.of("v", TYPES.get(i))));
      }
      assertThat(values).as(TYPES.get(i)).isEqualTo(expectedValues);
    }
  }

  @Test
  @DisplayName("22: exact strings are the texts that the server prints")
  void exactIsTheServersText(@TempDir Path folder) throws Exception {
    Extracted extracted = Extracted.to(folder, TestOptions.of(database));

    for (int i = 0; i < TYPES.size(); i++) {
      Column column = extracted.table("t" + i).columns().get(1);
      String text = TYPES.get(i).equals("money") ? "v::numeric(19,2)::text" : "v::text";
      // A cast of char(n) strips its blanks.
      text = TYPES.get(i).equals("char(5)") ? "rpad(v::text, 5)" : text;
      List<String> expected = server("SELECT " + text + " FROM t%d ORDER BY id", i);
      List<String> values = new ArrayList<>();
      for (String line : extracted.lines("t" + i)) {
        values.add(JsonLines.text(line, column));
      }
      if (column.type() == ColumnType.ARRAY) {
        assertThat(values).as(TYPES.get(i)).hasSameSizeAs(expected);
      } else {
        assertThat(values)
            .as(TYPES.get(i))
            .isEqualTo(
                expected.stream().map(it -> JsonLines.serverText(it, column.type())).toList());
      }
    }
  }

  @Test
  void arraysKeepTheirDigitsAndDimensions(@TempDir Path folder) {
    Extracted extracted = Extracted.to(folder, TestOptions.of(database));

    assertThat(lines(extracted, "numeric[]"))
        .containsExactly(
            "{\"id\":0,\"v\":null}",
            "{\"id\":1,\"v\":[\"1.10\",\"12345678901234567890.5\",\"NaN\",null]}");
    assertThat(lines(extracted, "jsonb[]"))
        .contains("{\"id\":1,\"v\":[\"{\\\"a\\\": 1.10}\",\"null\",null]}");
    assertThat(lines(extracted, "integer[]"))
        .contains(
            "{\"id\":1,\"v\":[]}", "{\"id\":3,\"v\":[[1,2],[3,4]]}", "{\"id\":4,\"v\":[5,6]}");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("23: every character of Unicode comes back, one line a row")
  void writesEveryCharacter(Encoding encoding, @TempDir Path folder) throws Exception {
    try (TestDatabase texts =
        TestDatabase.create(
            TestServer.shared(version),
            "CREATE TABLE t (v text)",
            """
            INSERT INTO t SELECT string_agg(chr(i), '' ORDER BY i) FROM generate_series(1, 1114111) i
            WHERE i NOT BETWEEN 55296 AND 57343 GROUP BY i / 4096 ORDER BY i / 4096
            """)) {
      Extracted it = Extracted.to(folder, TestOptions.of(texts).with(encoding));

      StringBuilder all = new StringBuilder();
      for (String line : it.lines("t")) {
        all.append(JsonLines.text(line, it.table("t").columns().get(0)));
      }
      int[] points =
          IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
              .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
              .toArray();
      assertThat(all.codePoints().toArray()).isEqualTo(points);
      assertThat(it.lines("t")).hasSize(272);
    }
  }

  @Test
  @DisplayName("23: json with odd escapes, line ends and keys keeps its text, on one line")
  void keepsOddJson(@TempDir Path exact, @TempDir Path asServer) throws Exception {
    try (TestDatabase texts =
        TestDatabase.create(
            TestServer.shared(version),
            "CREATE TABLE t (v json)",
            "INSERT INTO t VALUES ('\"\\u0000\\ud800\\udc00x\"'), (E'{\"a\":1,\\n\\r\"a\" : 2}')")) {
      Extracted it = Extracted.to(exact, TestOptions.of(texts));
      List<String> values = new ArrayList<>();
      for (String line : it.lines("t")) {
        values.add(JsonLines.text(line, it.table("t").columns().get(0)));
      }
      assertThat(values).containsExactly("\"\\u0000\\ud800\\udc00x\"", "{\"a\":1,\n\r\"a\" : 2}");
      assertThat(
              Extracted.to(asServer, TestOptions.of(texts).with(Encoding.ROW_TO_JSON)).lines("t"))
          .containsExactly("{\"v\":\"\\u0000\\ud800\\udc00x\"}", "{\"v\":{\"a\":1,  \"a\" : 2}}");
    }
  }

  @Test
  void columnsTellTheirTypes(@TempDir Path folder) {
    Extracted extracted = Extracted.to(folder, TestOptions.of(database));

    assertThat(column(extracted, "numeric(9,2)"))
        .isEqualTo(new Column("v", ColumnType.DECIMAL, "numeric(9,2)", 9, 2, true, false, ""));
    assertThat(column(extracted, "numeric(50,3)").type()).isEqualTo(ColumnType.TEXT);
    assertThat(column(extracted, "price"))
        .isEqualTo(new Column("v", ColumnType.DECIMAL, "public.price", 5, 1, true, false, ""));
    assertThat(column(extracted, "positives").type()).isEqualTo(ColumnType.ARRAY);
    assertThat(column(extracted, "jsonb").type()).isEqualTo(ColumnType.JSON);
  }

  private static Column column(Extracted extracted, String type) {
    return extracted.table("t" + TYPES.indexOf(type)).columns().get(1);
  }

  private static List<String> lines(Extracted extracted, String type) {
    return extracted.lines("t" + TYPES.indexOf(type));
  }

  private static List<String> server(String query, int table) throws Exception {
    try (var connection = database.settings().open("test");
        var statement = connection.createStatement()) {
      statement.execute("SET search_path = 'public'");
      List<String> texts = new ArrayList<>();
      try (var rows = statement.executeQuery(query.formatted(table))) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }
}
