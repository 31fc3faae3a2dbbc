package io.exportctl.source.catalogue;

import com.google.re2j.Pattern;
import io.exportctl.source.catalogue.ColumnConfig.Clean;
import io.exportctl.source.csv.CellReader;
import io.exportctl.source.csv.CellType;
import io.exportctl.source.csv.Header;
import io.exportctl.source.fault.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code columns}. */
final class ColumnReader {

  private ColumnReader() {}

  static List<ColumnConfig> read(List<Section> sections) {
    List<ColumnConfig> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : sections) {
      String name = section.required("name");
      if (!Header.isName(name) || Header.isReserved(name)) {
        section.problem("name", "is not a name of a-z, 0-9 and _, is too long, or reserved");
        name = "column_" + columns.size();
      } else if (!names.add(name)) {
        section.problem("name", "stands twice");
      }
      columns.add(column(section, name));
      section.end();
    }
    return columns;
  }

  private static ColumnConfig column(Section section, String name) {
    String word = section.text("type").orElse("text");
    Optional<CellType> type = CellType.find(word);
    if (type.isEmpty()) {
      section.problem("type", "is not a type, such as text, integer or date");
    }
    CellType known = type.orElse(CellType.TEXT);
    Optional<String> format = section.text("format");
    try {
      CellReader.of(known, format);
    } catch (StoreException e) {
      section.problem("format", "does not fit: " + e.getMessage());
    }
    Optional<String> split = section.text("split");
    if (split.isPresent() != (known == CellType.TEXT_ARRAY)) {
      section.problem("split", "belongs to the type text[], which needs it");
    }
    List<String> from = section.texts("from");
    Optional<Pattern> pattern = section.pattern("pattern");
    return new ColumnConfig(
        new ColumnName(name),
        from.isEmpty() ? List.of(name) : from,
        known,
        format,
        section.truth("required", false),
        section.texts("clean").stream().flatMap(it -> clean(section, it).stream()).toList(),
        pattern,
        section.texts("values"),
        split);
  }

  private static Optional<Clean> clean(Section section, String word) {
    Optional<Clean> clean = Clean.find(word);
    if (clean.isEmpty()) {
      section.problem(
          "clean", "holds another step than trim, lower, upper, remove_spaces, empty_to_null");
    }
    return clean;
  }
}
