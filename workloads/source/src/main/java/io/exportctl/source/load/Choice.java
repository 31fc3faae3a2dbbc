package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.csv.CellType;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decisions of the person who uploads a file, where its source leaves them open.
 *
 * @param encoding and delimiter of the file; missing for the detected ones
 * @param columns empty for those of the source
 */
public record Choice(
    Optional<Charset> encoding, Optional<String> delimiter, List<ColumnConfig> columns) {

  /** Nothing is chosen. */
  public static final Choice NONE = new Choice(Optional.empty(), Optional.empty(), List.of());

  /** Copies the list. */
  public Choice {
    columns = List.copyOf(columns);
  }

  public Choice with(List<ColumnConfig> others) {
    return new Choice(encoding, delimiter, others);
  }

  /** Returns a source as it reads the file; what the source declares itself stays. */
  public SourceConfig apply(SourceConfig config) {
    return config.with(
        config.parse().with(encoding, delimiter),
        config.columns().isEmpty() ? columns : config.columns());
  }

  public String json() {
    Map<String, Object> map = new LinkedHashMap<>();
    encoding.ifPresent(it -> map.put("encoding", it.name()));
    delimiter.ifPresent(it -> map.put("delimiter", it));
    map.put("columns", columns.stream().map(Choice::map).toList());
    return Json.write(map);
  }

  private static Map<String, Object> map(ColumnConfig column) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", column.name().text());
    map.put("from", column.from().get(0));
    map.put("type", column.type().word());
    column.format().ifPresent(it -> map.put("format", it));
    return map;
  }

  /** Parses what {@link #json} wrote. */
  public static Choice parse(String json) {
    try {
      Map<String, Object> map = Json.read(json);
      List<ColumnConfig> columns = new ArrayList<>();
      for (Object column : (List<?>) map.get("columns")) {
        columns.add(column((Map<?, ?>) column));
      }
      return new Choice(
          Optional.ofNullable(map.get("encoding")).map(it -> Charset.forName(it.toString())),
          Optional.ofNullable(map.get("delimiter")).map(Object::toString),
          columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ColumnConfig column(Map<?, ?> map) {
    return ColumnConfig.of(
        map.get("name").toString(),
        map.get("from").toString(),
        CellType.find(map.get("type").toString()).orElseThrow(),
        Optional.ofNullable(map.get("format")).map(Object::toString));
  }
}
