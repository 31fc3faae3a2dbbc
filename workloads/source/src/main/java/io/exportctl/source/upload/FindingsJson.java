package io.exportctl.source.upload;

import io.exportctl.source.load.FaultJson;
import io.exportctl.source.text.Json;
import io.exportctl.source.upload.Findings.Column;
import io.exportctl.source.upload.Findings.Fit;
import io.exportctl.source.upload.Findings.Line;
import io.exportctl.source.upload.Findings.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Findings as JSON of the database. */
final class FindingsJson {

  private FindingsJson() {}

  static String write(Findings findings) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("encoding", findings.encoding());
    map.put("delimiter", findings.delimiter());
    map.put("guessed", map(findings.guessed()));
    map.put("rows", findings.rows());
    map.put("columns", findings.columns().stream().map(FindingsJson::map).toList());
    map.put("ragged", map(findings.ragged()));
    map.put("faults", findings.faults().stream().map(FaultJson::map).toList());
    map.put("fault_count", findings.faultCount());
    map.put("refusal", findings.refusal().map(FaultJson::map));
    return Json.write(map);
  }

  private static Map<String, Object> map(Lines lines) {
    return Map.of(
        "count",
        lines.count(),
        "first",
        lines.first().stream()
            .map(it -> Map.<String, Object>of("line", it.number(), "text", it.text()))
            .toList());
  }

  private static Map<String, Object> map(Column column) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("from", column.from());
    map.put("name", column.name());
    map.put("proposal", column.proposal().word());
    map.put("ambiguous", column.isAmbiguous());
    map.put("note", column.note());
    map.put("description", column.description());
    map.put("examples", column.examples());
    map.put(
        "fits",
        column.fits().stream()
            .map(
                it ->
                    Map.<String, Object>of("kind", it.kind().word(), "misfits", map(it.misfits())))
            .toList());
    return map;
  }

  static Findings read(String json) {
    Map<?, ?> map = parse(json);
    return new Findings(
        text(map, "encoding"),
        text(map, "delimiter"),
        lines(map.get("guessed")),
        (Long) map.get("rows"),
        list(map, "columns", FindingsJson::column),
        lines(map.get("ragged")),
        list(map, "faults", FaultJson::of),
        (Long) map.get("fault_count"),
        map.get("refusal") instanceof Map<?, ?> refusal
            ? Optional.of(FaultJson.of(refusal))
            : Optional.empty());
  }

  private static Map<?, ?> parse(String json) {
    try {
      return Json.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lines lines(Object value) {
    Map<?, ?> map = (Map<?, ?>) value;
    return new Lines(
        (Long) map.get("count"),
        list(map, "first", it -> new Line((Long) it.get("line"), text(it, "text"))));
  }

  private static Column column(Map<?, ?> map) {
    return new Column(
        text(map, "from"),
        text(map, "name"),
        ColumnKind.of(text(map, "proposal")),
        (Boolean) map.get("ambiguous"),
        map.get("note") instanceof String note ? Optional.of(note) : Optional.empty(),
        text(map, "description"),
        ((List<?>) map.get("examples")).stream().map(Object::toString).toList(),
        list(
            map, "fits", it -> new Fit(ColumnKind.of(text(it, "kind")), lines(it.get("misfits")))));
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name).toString();
  }

  private static <T> List<T> list(Map<?, ?> map, String name, Function<Map<?, ?>, T> each) {
    return ((List<?>) map.get(name)).stream().map(it -> each.apply((Map<?, ?>) it)).toList();
  }
}
