package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.csv.CellType;
import io.exportctl.source.csv.ColumnProfile;
import io.exportctl.source.csv.Header;
import io.exportctl.source.csv.Header.HeaderColumn;
import io.exportctl.source.csv.Inference;
import io.exportctl.source.csv.Profile;
import io.exportctl.source.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns of a table whose source declares none. */
public final class Columns {

  private Columns() {}

  /** All columns of a header as text. */
  static List<ColumnConfig> asText(Header header) {
    return header.columns().stream()
        .map(it -> ColumnConfig.of(it.name(), from(it, header), CellType.TEXT, Optional.empty()))
        .toList();
  }

  /** All columns of a file, each with the type that fits all of its cells. */
  public static List<ColumnConfig> inferred(Profile profile) {
    List<ColumnConfig> columns = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      HeaderColumn column = profile.header().columns().get(i);
      Inference inference = profile.columns().get(i).inference();
      columns.add(
          ColumnConfig.of(
              column.name(), from(column, profile.header()), inference.type(), inference.format()));
    }
    return columns;
  }

  /** Equal cells of a header are told apart by their proposed names. */
  public static String from(HeaderColumn column, Header header) {
    long equal =
        header.columns().stream().filter(it -> it.original().equals(column.original())).count();
    return equal == 1 ? column.original() : column.name();
  }

  /** Returns the section {@code columns} of a source's file. */
  public static String yaml(List<ColumnConfig> columns) {
    StringBuilder yaml = new StringBuilder("columns:\n");
    for (ColumnConfig column : columns) {
      yaml.append("  - {name: ").append(column.name().text());
      String from = column.from().get(0);
      if (!from.equals(column.name().text())) {
        yaml.append(", from: ").append(yamlText(from));
      }
      yaml.append(", type: ").append(column.type().word());
      column.format().ifPresent(it -> yaml.append(", format: ").append(it));
      yaml.append("}\n");
    }
    return yaml.toString();
  }

  private static String yamlText(String text) {
    return Printable.quoted(text.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /** Describes a column's values, such as {@code 3 values, 1 NULL}. */
  public static String description(ColumnProfile column) {
    StringBuilder text =
        new StringBuilder(column.values() + (column.values() == 1 ? " value" : " values"));
    column.nulls().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            it -> text.append(", ").append(it.getValue()).append(" ").append(word(it.getKey())));
    return text.toString();
  }

  private static String word(String token) {
    return token.isEmpty() ? "empty" : Printable.quoted(token);
  }
}
