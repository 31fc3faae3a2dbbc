package io.exportctl.collection.ingestion.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.collection.ingestion.config.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON of the records of runs. */
final class RunRecordJson {

  private RunRecordJson() {}

  static byte[] write(RunRecord record, Map<String, String> versions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", record.run());
    json.put("dataset", record.dataset());
    json.put("export_date", record.exportDate().toString());
    json.put("state", record.state().name());
    record.failure().ifPresent(it -> json.put("reason", it.reason()));
    record.failure().ifPresent(it -> json.put("message", it.message()));
    json.put("started", record.started().toString());
    json.put("milliseconds", record.duration().toMillis());
    json.put("manifest", record.manifest());
    json.put("job", record.job());
    json.put("counts", record.totals().counts());
    json.put("rejected", record.totals().reasons());
    json.put("files", record.totals().files().stream().map(RunRecordJson::file).toList());
    json.put("dead_letters", record.totals().letters());
    json.put("snapshots", new TreeMap<>(record.snapshots()));
    json.put("versions", new TreeMap<>(versions));
    return Json.indented(json).getBytes(UTF_8);
  }

  /**
   * Reads a record.
   *
   * @throws IOException if it is damaged
   */
  static RunRecord read(byte[] bytes) throws IOException {
    Map<String, Object> json = Json.read(bytes);
    try {
      return new RunRecord(
          text(json, "run"),
          text(json, "dataset"),
          LocalDate.parse(text(json, "export_date")),
          RunState.valueOf(text(json, "state")),
          Optional.ofNullable(json.get("reason"))
              .map(it -> new RunRecord.Failure(it.toString(), text(json, "message"))),
          Instant.parse(text(json, "started")),
          Duration.ofMillis(((Number) json.get("milliseconds")).longValue()),
          text(json, "manifest"),
          text(json, "job"),
          new Totals(
              files(json), numbers(json, "rejected"), numbers(json, "counts"), letters(json)),
          numbers(json, "snapshots"));
    } catch (RuntimeException e) {
      throw new IOException("the record of a run is damaged", e);
    }
  }

  private static Map<String, Object> file(FileTally file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", file.name());
    json.put("lines", file.lines());
    json.put("rejected", file.rejected());
    if (!file.fault().isEmpty()) {
      json.put("fault", file.fault());
    }
    return json;
  }

  private static List<FileTally> files(Map<String, Object> json) {
    List<FileTally> files = new ArrayList<>();
    for (Object item : (List<?>) json.get("files")) {
      Map<?, ?> file = (Map<?, ?>) item;
      files.add(
          new FileTally(
              file.get("name").toString(),
              ((Number) file.get("lines")).longValue(),
              ((Number) file.get("rejected")).longValue(),
              file.containsKey("fault") ? file.get("fault").toString() : ""));
    }
    return files;
  }

  private static List<String> letters(Map<String, Object> json) {
    return ((List<?>) json.get("dead_letters")).stream().map(Object::toString).toList();
  }

  private static Map<String, Long> numbers(Map<String, Object> json, String key) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    ((Map<?, ?>) json.get(key))
        .forEach((name, value) -> numbers.put(name.toString(), ((Number) value).longValue()));
    return numbers;
  }

  private static String text(Map<String, Object> json, String key) {
    return json.get(key).toString();
  }
}
