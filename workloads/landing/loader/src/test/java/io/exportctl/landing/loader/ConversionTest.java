package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.Zstd;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Compression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the check of a part and its conversion, by reading the Parquet file back. */
class ConversionTest {

  private static final List<LoadedColumn> COLUMNS =
      List.of(
          column("flag", ColumnType.BOOLEAN),
          column("small", ColumnType.INTEGER),
          column("id", ColumnType.BIGINT),
          column("real", ColumnType.REAL),
          column("number", ColumnType.DOUBLE),
          new LoadedColumn("amount", "amount", ColumnType.DECIMAL, 38, 12, false, ""),
          column("day", ColumnType.DATE),
          column("at", ColumnType.TIMESTAMP),
          column("instant", ColumnType.TIMESTAMPTZ),
          column("bytes", ColumnType.BYTEA),
          column("note", ColumnType.TEXT),
          column("tags", ColumnType.ARRAY));

  private static final String ROW =
      String.join(
          "",
          "{\"flag\":true,\"small\":-2147483648,\"id\":9223372036854775807,",
          "\"real\":0.1,\"number\":1.5E-300,",
          "\"amount\":\"12345678901234567890123456.789012345678\",\"day\":\"2026-08-01\",",
          "\"at\":\"2026-08-01T01:00:00.123456\",",
          "\"instant\":\"2026-08-01T01:00:00.1+00:00\",\"bytes\":\"aGk=\",",
          "\"note\":\"a \\\"quote\\\"\\n\u2028 \ud83d\ude00 \\\\ [[[[\",",
          "\"tags\":[[1,null],[\"x\",\"y\"]]}\n");

  @TempDir Path folder;

  @Test
  void keepsEveryValue() throws Exception {
    assertThat(converted(COLUMNS, ROW))
        .containsExactly(
            Map.ofEntries(
                Map.entry("flag", "true"),
                Map.entry("small", "-2147483648"),
                Map.entry("id", "9223372036854775807"),
                Map.entry("real", "0.1"),
                Map.entry("number", "1.5e-300"),
                Map.entry("amount", "12345678901234567890123456.789012345678"),
                Map.entry("day", "2026-08-01"),
                Map.entry("at", "2026-08-01 01:00:00.123456"),
                Map.entry("instant", "2026-08-01 01:00:00.1+00"),
                Map.entry("bytes", "hi"),
                Map.entry("note", "a \"quote\"\n\u2028 \ud83d\ude00 \\ [[[["),
                Map.entry("tags", "[[1,null],[\"x\",\"y\"]]")));
  }

  @Test
  void givesEachColumnTheTypeOfParquetThatTheCatalogNames() throws Exception {
    converted(COLUMNS, ROW);

    assertThat(ParquetFile.columns(folder.resolve("part.parquet")).values())
        .containsExactly(
            "BOOLEAN",
            "INTEGER",
            "BIGINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL(38,12)",
            "DATE",
            "TIMESTAMP",
            "TIMESTAMP WITH TIME ZONE",
            "BLOB",
            "VARCHAR",
            "VARCHAR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1e20,1E-7,-0,-0.0,1.10,100000000000000000000000,0.1]",
        "[ 1 ,\t2 ]",
        "[[1,null],[\"\\u0041\\/\\n\",\"\\\\\",\"ü\u2028\"]]",
        "[{\"a\":1.50,\"a\":null}]",
        "[]",
      })
  void keepsTheTextOfArrays(String array) throws Exception {
    List<LoadedColumn> columns =
        List.of(column("a", ColumnType.ARRAY), column("b", ColumnType.ARRAY));

    assertThat(
            converted(
                columns, "{\"a\":%1$s,\"b\":%1$s}\r\n{\"b\" : null , \"a\":%1$s}".formatted(array)))
        .containsExactly(Map.of("a", array, "b", array), Map.of("a", array, "b", "NULL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\\u0066",
        "QQ123456C"
      })
  void refusesValuesThatAreNotHashes(String value) throws Exception {
    List<LoadedColumn> columns =
        List.of(new LoadedColumn("v", "v", ColumnType.TEXT, 0, 0, true, ""));
    String hash = "0123456789abcdef".repeat(4);

    assertThat(refusal(columns, "{\"v\":\"%s\"}\n{\"v\":\"%s\"}\n".formatted(hash, value)))
        .isEqualTo("unhashed-column: line 2: the value is not a hash (v)");
    assertThat(converted(columns, "{\"v\":\"%s\"}\n{\"v\":null}\n".formatted(hash)))
        .containsExactly(Map.of("v", hash), Map.of("v", "NULL"));
  }

  @Test
  void keepsNullsAndEmptyTexts() throws Exception {
    List<LoadedColumn> columns =
        List.of(column("a", ColumnType.TEXT), column("b", ColumnType.ARRAY));

    assertThat(converted(columns, "{\"a\":null,\"b\":null}\n{\"b\":[],\"a\":\"\"}\n"))
        .containsExactly(Map.of("a", "NULL", "b", "NULL"), Map.of("a", "", "b", "[]"));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, infinity",
    "DATE, -infinity",
    "DATE, 10000-01-01",
    "DATE, 0044-03-15 BC",
    "TIMESTAMP, infinity",
    "TIMESTAMP, 10000-01-01T00:00:00",
    "TIMESTAMP, 0044-03-15T00:00:00 BC",
    "TIMESTAMPTZ, -infinity",
    "TIMESTAMPTZ, 294276-12-31T23:59:59.999999+00:00",
    "TIMESTAMPTZ, 0044-03-15T00:00:00+00:00 BC",
    "DECIMAL, NaN",
    "DECIMAL, Infinity",
    "DECIMAL, -Infinity",
  })
  void countsValuesThatParquetCannotHoldAndMakesThemNull(ColumnType type, String value)
      throws Exception {
    List<LoadedColumn> columns = List.of(new LoadedColumn("v", "v", type, 5, 2, false, ""));
    String line = "{\"v\":\"%s\"}\n".formatted(value);

    assertThat(check(columns, line).nulled()).containsExactly(Map.entry("v", 1L));
    assertThat(converted(columns, line)).containsExactly(Map.of("v", "NULL"));
  }

  @ParameterizedTest
  @CsvSource({"NaN, nan", "Infinity, inf", "-Infinity, -inf"})
  void keepsSpecialFloatingPointNumbers(String value, String read) throws Exception {
    List<LoadedColumn> columns =
        List.of(column("f", ColumnType.REAL), column("d", ColumnType.DOUBLE));

    assertThat(converted(columns, "{\"f\":\"%1$s\",\"d\":\"%1$s\"}\n".formatted(value)))
        .containsExactly(Map.of("f", read, "d", read));
  }

  @Test
  void tellsColumnsApartThatDifferInCaseOnly() throws Exception {
    List<LoadedColumn> columns =
        List.of(
            new LoadedColumn("id", "id", ColumnType.BIGINT, 0, 0, false, ""),
            new LoadedColumn("ID", "id_2", ColumnType.TEXT, 0, 0, false, ""));

    assertThat(converted(columns, "{\"ID\":\"x\",\"id\":1}\n{\"ID\":null,\"id\":null}\n"))
        .containsExactly(Map.of("id", "1", "id_2", "x"), Map.of("id", "NULL", "id_2", "NULL"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"a'b", "a\"b", "a/b~c.d", "ü $.[0]", "{}", "a', 'b': 'INTEGER"})
  void readsColumnsOfAnyName(String name) throws Exception {
    String line = "{\"%s\":\"x\"}\n".formatted(name.replace("\"", "\\\""));
    LoadedColumn column = new LoadedColumn(name, "plain", ColumnType.TEXT, 0, 0, false, "");
    LoadedColumn twin = new LoadedColumn(name.concat("z"), "z", ColumnType.TEXT, 0, 0, false, "");
    LoadedColumn upper =
        new LoadedColumn(name.concat("Z"), "z_2", ColumnType.TEXT, 0, 0, false, "");

    assertThat(converted(List.of(column), line)).containsExactly(Map.of("plain", "x"));
    assertThat(
            converted(
                List.of(column, twin, upper),
                "{%1$s:\"x\",%2$s:\"y\",%3$s:\"Y\"}\n"
                    .formatted(quoted(column), quoted(twin), quoted(upper))))
        .containsExactly(Map.of("plain", "x", "z", "y", "z_2", "Y"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}|bad-line: line 1: the line does not have the column (b)",
        "{\"a\":1,\"b\":\"\",\"c\":1}|bad-line: line 1: the line has a key that is not a column of the table",
        "{\"a\":1,\"b\":\"\",\"a\":1}|bad-line: line 1: the line has the column more than once (a)",
        "{\"a\":1,\"b\":\"\"|bad-line: line 1: the line is not JSON",
        "{\"a\":1,\"b\":\"\"}{\"a\":1,\"b\":\"\"}|bad-line: line 1: the line goes on after its JSON object",
        "[1]|bad-line: line 1: the line does not begin with one JSON object",
        "null|bad-line: line 1: the line does not begin with one JSON object",
        "{\"a\":1.5,\"b\":\"\"}|wrong-type: line 1: the value does not fit the type bigint (a)",
        "{\"a\":\"1\",\"b\":\"\"}|wrong-type: line 1: the value does not fit the type bigint (a)",
        "{\"a\":9223372036854775808,\"b\":\"\"}|wrong-type: line 1: the value does not fit the type bigint (a)",
        "{\"a\":1,\"b\":1}|wrong-type: line 1: the value does not fit the type string (b)",
        "{\"a\":1,\"b\":{}}|wrong-type: line 1: the value does not fit the type string (b)",
        "{\"a\":1,\"b\":\"\\ud83d\"}|wrong-type: line 1: the value does not fit the type string (b)",
        "{\"a\":1,\"b\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}|wrong-type: line 1: the value does not fit the type string (b)",
      })
  void refusesLinesThatAreNotRowsOfTheTable(String line, String reason) {
    List<LoadedColumn> columns =
        List.of(column("a", ColumnType.BIGINT), column("b", ColumnType.TEXT));

    assertThat(refusal(columns, line + "\n")).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "DECIMAL, 1.239",
    "DECIMAL, 1000.00",
    "DECIMAL, 1e2",
    "DECIMAL, .5",
    "DECIMAL, ''",
    "DATE, 2026-02-30",
    "DATE, 2026-2-3",
    "DATE, 0000-01-01",
    "DATE, Infinity",
    "TIMESTAMP, 2026-08-01",
    "TIMESTAMP, 2026-08-01T24:00:00",
    "TIMESTAMP, 2026-08-01T01:00:00+00:00",
    "TIMESTAMP, 2026-08-01T01:00:00.1234567",
    "TIMESTAMPTZ, 2026-08-01T01:00:00",
    "TIMESTAMPTZ, 2026-08-01T01:00:00+01:00",
    "BYTEA, a***",
    "BYTEA, aGk",
    "DOUBLE, nan",
    "BOOLEAN, true",
    "INTEGER, 1",
    "ARRAY, []",
  })
  void refusesValuesThatConversionWouldChange(ColumnType type, String value) {
    List<LoadedColumn> columns = List.of(new LoadedColumn("v", "v", type, 5, 2, false, ""));

    assertThat(refusal(columns, "{\"v\":\"%s\"}\n".formatted(value))).startsWith("wrong-type: ");
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE, 1e400", "REAL, 1e39", "INTEGER, 2147483648", "INTEGER, 1e2"})
  void refusesNumbersThatAreTooLarge(ColumnType type, String value) {
    assertThat(refusal(List.of(column("v", type)), "{\"v\":%s}\n".formatted(value)))
        .startsWith("wrong-type: ");
  }

  @Test
  void refusesAnObjectOnSeveralLines() {
    List<LoadedColumn> columns =
        List.of(column("a", ColumnType.BIGINT), column("b", ColumnType.TEXT));

    assertThat(refusal(columns, "{\"a\":1,\n\"b\":\"\"}\n"))
        .isEqualTo("bad-line: line 1: the line is not JSON");
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryCompression(Compression compression) throws Exception {
    byte[] lines = "{\"a\":1}\n{\"a\":2}\n".getBytes(UTF_8);
    Path part = Files.write(folder.resolve("stored"), compressed(compression, lines));
    List<LoadedColumn> columns = List.of(column("a", ColumnType.BIGINT));
    Path target = folder.resolve("stored.parquet");

    CheckedPart checked = checked(part, compression, 2, 8);
    assertThat(new ParquetWriter(200).convert(checked, columns, target)).isEqualTo(2);
    assertThat(ParquetFile.rows(target)).containsExactly(Map.of("a", "1"), Map.of("a", "2"));
    try (InputStream stored = Files.newInputStream(part);
        InputStream plain = Decompression.open(compression, stored)) {
      assertThat(plain.readAllBytes()).isEqualTo(lines);
    }
  }

  @Test
  void refusesALineOverTheLimit() {
    InputStream line =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"a\":\"".getBytes(UTF_8)), new Endless('x'));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                new PartCheck("t", List.of(column("a", ColumnType.TEXT)), Optional.empty())
                    .run(line))
        .satisfies(
            it ->
                assertThat(it.reasons())
                    .containsExactly(
                        Reason.of(ReasonId.LIMITS, "t", "line 1: the line is longer than 64 MiB")));
  }

  @Test
  void cannotReadFilesOutsideItsFolder() throws Exception {
    Path outside = Files.writeString(Files.createTempFile("outside", ".jsonl"), "{\"a\":1}\n");
    try {
      ParquetWriter writer = new ParquetWriter(200);
      List<LoadedColumn> columns = List.of(column("a", ColumnType.BIGINT));
      Path target = folder.resolve("x.parquet");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () -> writer.convert(checked(outside, Compression.NONE, 1, 8), columns, target))
          .withMessageContaining("file system operations are disabled");
    } finally {
      Files.delete(outside);
    }
  }

  private List<Map<String, String>> converted(List<LoadedColumn> columns, String lines)
      throws IOException, SQLException, RefusedException {
    byte[] json = lines.getBytes(UTF_8);
    Path part = Files.write(folder.resolve("part"), Zstd.compress(json));
    Path target = folder.resolve("part.parquet");
    CheckedPart checked =
        CheckedPart.of("t", columns, new ByteArrayInputStream(json), part, Compression.ZSTD);
    long written = new ParquetWriter(200).convert(checked, columns, target);
    assertThat(written).isEqualTo(checked.result().rows());
    return ParquetFile.rows(target);
  }

  private static CheckedPart checked(Path file, Compression compression, long rows, long longest) {
    return new CheckedPart(new PartCheck.Result(rows, longest, Map.of()), file, compression);
  }

  private static byte[] compressed(Compression compression, byte[] lines) throws IOException {
    return switch (compression) {
      case ZSTD -> Zstd.compress(lines);
      case GZIP -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
          gzip.write(lines);
        }
        yield bytes.toByteArray();
      }
      case NONE -> lines;
    };
  }

  /** Stream of one character that never ends. */
  private static final class Endless extends InputStream {

    private final char character;

    private Endless(char character) {
      this.character = character;
    }

    @Override
    public int read() {
      return character;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, (byte) character);
      return length;
    }
  }

  private static PartCheck.Result check(List<LoadedColumn> columns, String lines)
      throws IOException, RefusedException {
    return new PartCheck("t", columns, Optional.empty())
        .run(new ByteArrayInputStream(lines.getBytes(UTF_8)));
  }

  private static String refusal(List<LoadedColumn> columns, String lines) {
    Reason reason =
        catchThrowableOfType(RefusedException.class, () -> check(columns, lines)).reasons().get(0);
    return reason.id().text()
        + ": "
        + reason.detail()
        + reason.column().map(" (%s)"::formatted).orElse("");
  }

  private static String quoted(LoadedColumn column) {
    return '"' + column.key().replace("\"", "\\\"") + '"';
  }

  private static LoadedColumn column(String name, ColumnType type) {
    return new LoadedColumn(name, name, type, 0, 0, false, "");
  }
}
