package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.key.FileKeySettings;
import io.exportctl.collection.key.KeyService;
import io.exportctl.collection.key.SharedKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A file of lines and a file of keys, as the program reads them: golden/README.md. */
class EncryptedLinesTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final Path LINES = FOLDER.resolve("encrypted.jsonl.gz");
  private static final Path KEYS = FOLDER.resolve("keys.json");
  private static final int COUNT = 200;
  private static final int[] KEY_LENGTHS = {16, 24, 32};

  @Test
  void holdsTheLinesThatAreMadeToday() throws Exception {
    String made = lines();
    if ("update".equals(System.getProperty("goldens"))) {
      Files.write(LINES, compress(made));
      Files.writeString(KEYS, keys());
    }

    assertThat(decompress(Files.readAllBytes(LINES))).isEqualTo(made);
    assertThat(KEYS).hasContent(keys());
  }

  @Test
  void decryptsEachLineWithTheKeysOfTheFile() throws Exception {
    KeyService keys = SharedKeys.of(new FileKeySettings(KEYS.toString()));
    RecordSettings settings = new RecordSettings("core:claim", List.of(), List.of(), true);
    RecordFunction function = new RecordFunction(settings, keys);
    List<String> lines = decompress(Files.readAllBytes(LINES)).lines().toList();

    for (int index = 0; index < COUNT; index++) {
      byte[] line = lines.get(index).getBytes(StandardCharsets.UTF_8);
      Row row = (Row) function.apply(line, 0, line.length);
      assertThat(new String(row.value(), StandardCharsets.UTF_8))
          .contains("\"name\":\"" + name(index) + "\"");
      assertThat(row.id()).contains("{\"id\":\"" + index + "\"}");
    }
    assertThat(lines).hasSize(COUNT);
    assertThat(keys.counts().requests()).isEqualTo(KEY_LENGTHS.length);
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int index = 0; index < COUNT; index++) {
      String record =
          "{\"_id\":{\"id\":\"%d\"},\"name\":\"%s\",\"createdDateTime\":\"2026-11-18T09:%02d:00.000+0000\"}"
              .formatted(index, name(index), index % 60);
      byte[] start = new byte[16];
      start[0] = (byte) index;
      TestLine line =
          TestLine.of(
              record.getBytes(StandardCharsets.UTF_8),
              KEY_LENGTHS[index % KEY_LENGTHS.length],
              Optional.of(Base64.getEncoder().encodeToString(start)));
      line.message.put("_id", Map.of("id", Integer.toString(index)));
      lines.append(new String(line.bytes(), StandardCharsets.UTF_8)).append('\n');
    }
    return lines.toString();
  }

  private static String name(int index) {
    return List.of("Ada", "Zoë", "Łukasz", "李雷", "😀").get(index % 5) + " " + index;
  }

  private static String keys() {
    StringBuilder keys = new StringBuilder();
    for (int length : KEY_LENGTHS) {
      keys.append(keys.isEmpty() ? "{" : ",\n ")
          .append('"')
          .append(TestKeys.sealed(length))
          .append("\": \"")
          .append(Base64.getEncoder().encodeToString(TestKeys.bytes(length)))
          .append('"');
    }
    return keys.append("}\n").toString();
  }

  private static byte[] compress(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String decompress(byte[] bytes) throws IOException {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
