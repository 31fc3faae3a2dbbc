package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.upload.ColumnKind;
import io.exportctl.source.upload.Confirmation.Problem;
import io.exportctl.source.upload.Findings;
import io.exportctl.source.upload.Findings.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of the columns on the check page. */
record CheckColumns(SourceConfig config, Findings findings) {

  /** A type is hinted at if at most one in this many rows does not fit it. */
  private static final int NEARLY = 10;

  /** The proposal; of an order that is not decided yet, one of both. */
  static ColumnKind expected(Column column) {
    return column.fits().stream()
        .filter(it -> column.isAmbiguous() && it.misfits().count() == 0)
        .map(Findings.Fit::kind)
        .filter(it -> it.format().isPresent())
        .findFirst()
        .orElse(column.proposal());
  }

  /** The type that the source declares for a column of the file. */
  private String declared(Column column) {
    return config.columns().stream()
        .filter(it -> it.from().contains(column.from()) || it.from().contains(column.name()))
        .map(it -> new ColumnKind(it.type(), Optional.empty()).label().replaceFirst(" [(].*", ""))
        .findFirst()
        .orElse("not used");
  }

  /**
   * Returns the values of all columns.
   *
   * @param chosen types of a form that was refused, by the index of the column; empty for none
   * @param problems of that form
   */
  List<Map<String, Object>> models(Map<Integer, String> chosen, List<Problem> problems) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (int i = 0; i < findings.columns().size(); i++) {
      Column column = findings.columns().get(i);
      int index = i;
      Map<String, Object> map = new HashMap<>();
      map.put("index", Integer.toString(i));
      map.put("name", column.name());
      map.put("from", column.from());
      map.put("description", column.description());
      map.put("examples", column.examples());
      map.put("ambiguous", column.isAmbiguous());
      map.put("type", declared(column));
      String usual = column.isAmbiguous() ? "" : column.proposal().word();
      String selected = chosen.getOrDefault(i, usual);
      map.put("selected", selected);
      map.put("fitting", kinds(column, selected, true));
      map.put("others", kinds(column, selected, false));
      hint(column).ifPresent(it -> map.put("hint", it));
      problems.stream()
          .filter(it -> it.column().equals(Optional.of(index)))
          .findFirst()
          .ifPresent(it -> map.put("problem", CheckModel.problem(it)));
      columns.add(map);
    }
    return columns;
  }

  private static List<Map<String, Object>> kinds(Column column, String selected, boolean fitting) {
    List<ColumnKind> kinds = new ArrayList<>();
    if (fitting) {
      kinds.add(ColumnKind.TEXT);
    }
    column.fits().stream()
        .filter(it -> (it.misfits().count() == 0) == fitting)
        .forEach(it -> kinds.add(it.kind()));
    return kinds.stream()
        .map(
            it ->
                Map.<String, Object>of(
                    "value",
                    it.word(),
                    "label",
                    it.label(),
                    "selected",
                    it.word().equals(selected)))
        .toList();
  }

  /** Tells the few cells that make a column text. */
  private Optional<String> hint(Column column) {
    if (column.isAmbiguous()) {
      return Optional.of(
          "Is 05/03 in March or in May? All dates could be either, so choose the order.");
    }
    if (!column.proposal().equals(ColumnKind.TEXT)) {
      return Optional.empty();
    }
    return column.note().map(it -> "Text: " + it + ".").or(() -> nearest(column));
  }

  private Optional<String> nearest(Column column) {
    return column.fits().stream()
        .filter(it -> it.misfits().count() > 0)
        .min(Comparator.comparingLong(it -> it.misfits().count()))
        .filter(it -> it.misfits().count() * NEARLY <= findings.rows())
        .map(
            it ->
                "Text, as line %d has \"%s\", which is %s."
                    .formatted(
                        it.misfits().first().get(0).number(),
                        it.misfits().first().get(0).text(),
                        it.kind().refusal()));
  }
}
