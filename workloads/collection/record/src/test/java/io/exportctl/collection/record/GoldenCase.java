package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonNumber;
import io.exportctl.collection.json.JsonTree;
import io.exportctl.collection.key.KeyServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A case of the golden corpus: golden/README.md. */
final class GoldenCase {

  private final Map<?, ?> fields;

  private GoldenCase(Map<?, ?> fields) {
    this.fields = fields;
  }

  /** Reads the cases of a resource. */
  static List<GoldenCase> read(String name) {
    try (InputStream stream = GoldenCase.class.getResourceAsStream("/golden/" + name);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream) {
      String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(GoldenCase::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GoldenCase of(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      return new GoldenCase((Map<?, ?>) JsonTree.parse(bytes, 0, bytes.length));
    } catch (JsonException e) {
      throw new IllegalStateException(line, e);
    }
  }

  String name() {
    return text("name").orElseThrow();
  }

  Stream<Integer> rules() throws JsonException {
    Stream.Builder<Integer> rules = Stream.builder();
    for (Object rule : (List<?>) fields.get("rules")) {
      rules.add(Integer.parseInt(((JsonNumber) rule).text()));
    }
    return rules.build();
  }

  Optional<String> text(String field) {
    return Optional.ofNullable((String) fields.get(field));
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Returns the outcome of the case's line. */
  Outcome run() throws KeyServiceException, JsonException {
    List<String> steps =
        has("steps")
            ? ((List<?>) fields.get("steps")).stream().map(String.class::cast).toList()
            : List.of();
    RecordSettings settings =
        new RecordSettings(
            text("collection")
                .orElse(steps.contains("audit_context") ? "data:businessAudit" : "core:claim"),
            steps,
            List.of(),
            has("latest"));
    byte[] line =
        has("line") ? text("line").orElseThrow().getBytes(StandardCharsets.UTF_8) : line().bytes();
    return new RecordFunction(settings, new TestKeys()).apply(line, 0, line.length);
  }

  private TestLine line() throws JsonException {
    Map<?, ?> encryption = has("encryption") ? (Map<?, ?>) fields.get("encryption") : Map.of();
    int keyBytes =
        has("keyBytes") ? Integer.parseInt(((JsonNumber) fields.get("keyBytes")).text()) : 16;
    byte[] record =
        text("bytes")
            .map(HexFormat.of()::parseHex)
            .orElseGet(() -> text("text").orElse("{}").getBytes(StandardCharsets.UTF_8));
    Optional<String> vector =
        Optional.ofNullable((String) encryption.get("initialisationVector"))
            .filter(it -> it.length() == 24);
    TestLine line = TestLine.of(record, keyBytes, vector);
    if (has("message")) {
      Object encrypted = line.message.get("dbObject");
      line.message.remove("_id");
      ((Map<?, ?>) fields.get("message"))
          .forEach((name, value) -> line.message.put((String) name, value));
      line.message.put("dbObject", encrypted);
    }
    encryption.forEach((name, value) -> line.encryption.put((String) name, value));
    text("without").ifPresent(line.encryption::remove);
    if (has("dbObject")) {
      line.message.put("dbObject", fields.get("dbObject"));
    }
    return line;
  }
}
