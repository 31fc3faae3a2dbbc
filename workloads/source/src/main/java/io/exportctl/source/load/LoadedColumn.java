package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.ColumnName;
import io.exportctl.source.csv.CellType;
import io.exportctl.source.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A column of a table in the database. */
public record LoadedColumn(ColumnName name, CellType type) {

  static List<LoadedColumn> of(List<ColumnConfig> columns) {
    return columns.stream().map(it -> new LoadedColumn(it.name(), it.type())).toList();
  }

  static String json(List<LoadedColumn> columns) {
    return Json.write(
        columns.stream()
            .map(it -> Map.of("name", it.name().text(), "type", it.type().word()))
            .toList());
  }

  static List<LoadedColumn> parse(String json) {
    try {
      List<?> list = (List<?>) Json.read("{\"columns\":" + json + "}").get("columns");
      return list.stream().map(it -> parse((Map<?, ?>) it)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LoadedColumn parse(Map<?, ?> column) {
    return new LoadedColumn(
        new ColumnName(column.get("name").toString()),
        CellType.find(column.get("type").toString()).orElseThrow());
  }

  /** Columns of CREATE TABLE. */
  static String definitions(List<LoadedColumn> columns) {
    return columns.stream()
        .map(it -> ", " + it.name().quoted() + " " + it.type().sql())
        .collect(Collectors.joining());
  }

  /** Names in quotes with commas between, each with a comma in front. */
  static String names(List<LoadedColumn> columns) {
    return columns.stream().map(it -> ", " + it.name().quoted()).collect(Collectors.joining());
  }
}
