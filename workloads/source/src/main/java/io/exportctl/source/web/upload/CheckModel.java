package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.upload.Comparison;
import io.exportctl.source.upload.Confirmation;
import io.exportctl.source.upload.Confirmation.Problem;
import io.exportctl.source.upload.Findings;
import io.exportctl.source.upload.Findings.Lines;
import io.exportctl.source.upload.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values of the template of the check page. */
final class CheckModel {

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
    model.put("columns", new CheckColumns(config, findings).models(chosen, problems));
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
      types.put(i, chosen.getOrDefault(i, CheckColumns.expected(findings.columns().get(i)).word()));
    }
    List<ColumnConfig> columns =
        confirmation.isChoice() ? confirmation.columns(types) : config.columns();
    return findings.refusal().isPresent() ? List.of() : comparison.columns(columns);
  }

  static Map<String, Object> problem(Problem problem) {
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
