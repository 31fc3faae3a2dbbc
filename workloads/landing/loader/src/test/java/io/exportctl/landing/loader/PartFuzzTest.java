package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Compression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests lines that were changed at random, against a check with Jackson. */
class PartFuzzTest {

  /** Number of lines; {@code -Dfuzz.documents=100000} is for a night. */
  private static final int LINES = Integer.getInteger("fuzz.documents", 10_000);

  /** Seed; each night has another. */
  private static final int SEED = Integer.getInteger("fuzz.seed", 1);

  private static final List<LoadedColumn> COLUMNS =
      List.of(
          column("text", ColumnType.TEXT),
          column("list", ColumnType.ARRAY),
          column("whole", ColumnType.BIGINT),
          column("number", ColumnType.DOUBLE),
          column("flag", ColumnType.BOOLEAN));

  private static final List<String> VALID =
      List.of(
          "{\"text\":\"a\\\"\\u00e9\\ud83d\\ude00ü€😀\\\\\",\"list\":[1,[null,\"x\\n\"],{\"k\":1e5}],\"whole\":12,\"number\":0.5,\"flag\":true}",
          "{\"text\":null,\"list\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]],\"whole\":-9223372036854775808,\"number\":\"NaN\",\"flag\":null}",
          "{ \"flag\" : false , \"number\" : -1.5E-10 , \"whole\" : 0 , \"list\" : [ ] , \"text\" : \"\" }");

  private static final String PIECES = "{}[]\",:\\/bfnrtu0123456789aAeE+-.xln \t\r\u0001\u007f";

  @TempDir Path folder;

  private record Row(String text, String list, String whole) {}

  @Test
  @DisplayName("29: a line of any bytes is refused, or read by DuckDB as Jackson reads it")
  void acceptsWhatJacksonAccepts() throws Exception {
    Random random = new Random(SEED);
    ByteArrayOutputStream accepted = new ByteArrayOutputStream();
    List<Row> rows = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      byte[] bytes = changed(VALID.get(random.nextInt(VALID.size())).getBytes(UTF_8), random);
      Optional<Row> expected = read(bytes);

      assertThat(isAccepted(bytes))
          .as("line %d of seed %d: %s", line, SEED, new String(bytes, UTF_8))
          .isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        rows.add(expected.get());
        accepted.write(bytes);
        accepted.write('\n');
      }
    }

    assertThat(rows.size()).isBetween(LINES / 100, LINES * 99 / 100);
    assertThat(converted(accepted.toByteArray())).isEqualTo(rows);
  }

  private static boolean isAccepted(byte[] line) throws IOException {
    try {
      new PartCheck("t", COLUMNS, Optional.empty()).run(new ByteArrayInputStream(line));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private List<Row> converted(byte[] lines) throws Exception {
    Path stored = Files.createFile(folder.resolve("part"));
    CheckedPart part =
        CheckedPart.of("t", COLUMNS, new ByteArrayInputStream(lines), stored, Compression.NONE);
    Path target = folder.resolve("part.parquet");
    new ParquetWriter(200).convert(part, COLUMNS, target);
    List<String> texts = ParquetFile.texts(target, "text");
    List<String> lists = ParquetFile.texts(target, "list");
    List<String> wholes = ParquetFile.texts(target, "whole");
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < texts.size(); index++) {
      rows.add(new Row(texts.get(index), lists.get(index), wholes.get(index)));
    }
    return rows;
  }

  private static byte[] changed(byte[] valid, Random random) {
    byte[] bytes = valid;
    for (int change = random.nextInt(4); change > 0; change--) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + random.nextInt(3));
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(bytes, 0, from);
      for (int added = random.nextInt(3); added > 0; added--) {
        changed.write(
            random.nextInt(4) == 0
                ? 128 + random.nextInt(128)
                : PIECES.charAt(random.nextInt(PIECES.length())));
      }
      changed.write(bytes, to, bytes.length - to);
      bytes = changed.size() == 0 ? bytes : changed.toByteArray();
    }
    return bytes;
  }

  /** Reads a line with Jackson; empty if it is not a row of the table. */
  private static Optional<Row> read(byte[] line) throws IOException {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      boolean valid = parser.nextToken() == JsonToken.START_OBJECT;
      while (valid && parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        valid = !values.containsKey(key) && isValue(parser, key, text, values);
      }
      boolean complete =
          valid
              && values
                  .keySet()
                  .equals(Map.of("text", 1, "list", 1, "whole", 1, "number", 1, "flag", 1).keySet())
              && parser.nextToken() == null;
      return complete
          ? Optional.of(new Row(values.get("text"), values.get("list"), values.get("whole")))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean isValue(
      JsonParser parser, String key, String line, Map<String, String> values) throws IOException {
    JsonToken token = parser.nextToken();
    values.put(key, token == JsonToken.VALUE_NULL ? null : parser.getText());
    if (token == JsonToken.VALUE_NULL) {
      return true;
    }
    return switch (key) {
      case "text" -> token == JsonToken.VALUE_STRING && isUnicode(parser.getText());
      case "whole" ->
          token == JsonToken.VALUE_NUMBER_INT
              && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
      case "number" ->
          token == JsonToken.VALUE_STRING
              // A name in JSON that is written with escapes is refused.
              ? line.contains('"' + parser.getText() + '"')
                  && List.of("NaN", "Infinity", "-Infinity").contains(parser.getText())
              : token.isNumeric() && Double.isFinite(parser.getDoubleValue());
      case "flag" -> token.isBoolean();
      case "list" -> token == JsonToken.START_ARRAY && isList(parser, line, values);
      default -> false;
    };
  }

  private static boolean isList(JsonParser parser, String line, Map<String, String> values)
      throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    boolean valid = true;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
        valid &= depth <= 16;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        valid &= isUnicode(parser.getText());
      }
    }
    int end = (int) parser.currentTokenLocation().getCharOffset() + 1;
    values.put("list", line.substring(start, end));
    return valid;
  }

  private static boolean isUnicode(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }

  private static LoadedColumn column(String name, ColumnType type) {
    return new LoadedColumn(name, name, type, 0, 0, false, "");
  }
}
