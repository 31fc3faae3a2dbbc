package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.upload.ColumnKind;
import io.exportctl.source.upload.Comparison;
import io.exportctl.source.upload.Confirmation;
import io.exportctl.source.upload.Confirmation.Problem;
import io.exportctl.source.upload.Findings;
import io.exportctl.source.upload.Findings.Column;
import io.exportctl.source.upload.Findings.Lines;
import io.exportctl.source.upload.Upload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of the template of the check page. */
final class CheckModel {

  /** A type is hinted at if at most one in this many rows does not fit it. */
  private static final int NEARLY = 10;

  private final SourceConfig config;
  private final Upload upload;
  private final Findings findings;
  private final Comparison comparison;
  private final Confirmation confirmation;

  CheckModel(SourceConfig config, Upload upload, Comparison comparison) {
    this.config = config;
    this.upload = upload;
    this.findings = upload.findings().orElseThrow();
    this.comparison = comparison;
    this.confirmation = new Confirmation(config, upload, comparison);
  }

  /**
   * Returns the values.
   *
   * @param chosen types of a form that was refused, by the index of the column; empty for none
   * @param problems of that form
   */
  Map<String, Object> of(Map<Integer, String> chosen, List<Problem> problems) {
    List<Problem> ofFile = confirmation.problems();
    List<Problem> all = new ArrayList<>(ofFile);
    all.addAll(problems);
    Map<String, Object> model = new HashMap<>();
    model.put("name", config.name());
    model.put("id", upload.id().toString());
    model.put("revision", Integer.toString(upload.revision()));
    model.put("file", upload.fileName());
    model.put("size", Times.size(upload.size()));
    model.put("rows", findings.rows());
    model.put("isRead", findings.refusal().isEmpty());
    model.put("confirmable", ofFile.isEmpty());
    model.put("problems", all.stream().map(CheckModel::problem).toList());
    model.put("choice", confirmation.isChoice());
    model.put("columns", columns(chosen, problems));
    model.put("guessed", lines(findings.guessed()));
    model.put("guessedCount", findings.guessed().count());
    model.put("same", comparison.isKnown());
    model.put("adds", config.mode() == Mode.INCREMENTAL);
    model.put("again", comparison.isAgain());
    model.put("differences", differences(chosen));
    comparison.current().ifPresent(it -> model.put("before", it.rows()));
    dialect(model);
    return model;
  }

  private void dialect(Map<String, Object> model) {
    model.put(
        "encoding", Dialects.ENCODINGS.getOrDefault(findings.encoding(), findings.encoding()));
    model.put(
        "delimiter", Dialects.DELIMITERS.getOrDefault(findings.delimiter(), findings.delimiter()));
    model.put("encodingOpen", config.parse().encoding().isEmpty());
    model.put("delimiterOpen", config.parse().delimiter().isEmpty());
    model.put(
        "encodings",
        options(Dialects.ENCODINGS, upload.choice().encoding().map(it -> it.name()).orElse("")));
    model.put("delimiters", options(Dialects.DELIMITERS, upload.choice().delimiter().orElse("")));
  }

  private static List<Map<String, Object>> options(Map<String, String> words, String selected) {
    return words.entrySet().stream()
        .map(
            it ->
                Map.<String, Object>of(
                    "value",
                    it.getKey(),
                    "label",
                    it.getValue(),
                    "selected",
                    it.getKey().equals(selected)))
        .toList();
  }

  private List<String> differences(Map<Integer, String> chosen) {
    Map<Integer, String> types = new HashMap<>();
    for (int i = 0; i < findings.columns().size(); i++) {
      types.put(i, chosen.getOrDefault(i, findings.columns().get(i).proposal().word()));
    }
    List<ColumnConfig> columns =
        confirmation.isChoice() ? confirmation.columns(types) : config.columns();
    return findings.refusal().isPresent() ? List.of() : comparison.columns(columns);
  }

  private List<Map<String, Object>> columns(Map<Integer, String> chosen, List<Problem> problems) {
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
      map.put("type", column.proposal().label());
      String usual = column.isAmbiguous() ? "" : column.proposal().word();
      String selected = chosen.getOrDefault(i, usual);
      map.put("selected", selected);
      map.put("fitting", kinds(column, selected, true));
      map.put("others", kinds(column, selected, false));
      hint(column).ifPresent(it -> map.put("hint", it));
      problems.stream()
          .filter(it -> it.column().equals(Optional.of(index)))
          .findFirst()
          .ifPresent(it -> map.put("problem", problem(it)));
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

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> map = new HashMap<>();
    map.put("text", problem.text());
    map.put("lines", lines(problem.lines()));
    map.put("more", problem.lines().count() - problem.lines().first().size());
    problem.column().ifPresent(it -> map.put("column", Integer.toString(it)));
    return map;
  }

  private static List<Map<String, Object>> lines(Lines lines) {
    return lines.first().stream()
        .map(it -> Map.<String, Object>of("number", it.number(), "text", it.text()))
        .toList();
  }
}
