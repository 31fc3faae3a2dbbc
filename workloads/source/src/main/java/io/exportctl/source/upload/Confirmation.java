package io.exportctl.source.upload;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.upload.Findings.Column;
import io.exportctl.source.upload.Findings.Line;
import io.exportctl.source.upload.Findings.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decision of a person about an upload: the types of its columns, checked against all cells. */
public final class Confirmation {

  private final SourceConfig config;
  private final Upload upload;
  private final Findings findings;
  private final Comparison comparison;

  public Confirmation(SourceConfig config, Upload upload, Comparison comparison) {
    this.config = config;
    this.upload = upload;
    this.findings = upload.findings().orElseThrow();
    this.comparison = comparison;
  }

  /**
   * A reason why an upload cannot be confirmed.
   *
   * @param column 0-based index of the column; missing for the file as a whole
   */
  public record Problem(Optional<Integer> column, String text, Lines lines) {}

  /** True if a person chooses the types, as the source declares no columns. */
  public boolean isChoice() {
    return config.columns().isEmpty();
  }

  /** Problems of the file, whatever types are chosen. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    findings.refusal().ifPresent(it -> problems.add(whole(it.capitalised(), Lines.NONE)));
    if (findings.refusal().isEmpty() && findings.rows() == 0 && findings.ragged().count() == 0) {
      problems.add(whole("The file has a header, but no rows", Lines.NONE));
    }
    long allowed = config.parse().maxRejected();
    if (isChoice() && findings.ragged().count() > allowed) {
      problems.add(
          whole(
              "%s another number of cells than the header"
                  .formatted(counted(findings.ragged().count(), "row has", "rows have")),
              findings.ragged()));
    }
    if (!isChoice() && findings.faultCount() > allowed) {
      problems.add(
          whole(
              "%s not fit the columns of the source"
                  .formatted(counted(findings.faultCount(), "row does", "rows do")),
              new Lines(findings.faultCount(), faultLines())));
    }
    if (comparison.isKnown() && config.mode() == Mode.INCREMENTAL) {
      problems.add(whole("The rows of this file are in the table already", Lines.NONE));
    }
    comparison.current().map(it -> it.rows()).ifPresent(it -> addShrink(it, problems));
    return problems;
  }

  private List<Line> faultLines() {
    List<Line> lines = new ArrayList<>();
    findings
        .faults()
        .forEach(
            it ->
                lines.add(
                    new Line(
                        it.line().orElse(0),
                        it.column().map(name -> name + ": ").orElse("")
                            + it.text()
                            + it.value().map(value -> ": \"" + value + "\"").orElse(""))));
    lines.addAll(findings.ragged().first());
    return lines;
  }

  private void addShrink(long before, List<Problem> problems) {
    int percent = config.expect().maxShrinkPercent().orElse(100);
    if (config.mode() != Mode.INCREMENTAL && findings.rows() * 100 < before * (100 - percent)) {
      problems.add(
          whole(
              "The file has %d rows after %d, more than %d %% fewer"
                  .formatted(findings.rows(), before, percent),
              Lines.NONE));
    }
    long least = config.expect().minRows().orElse(0);
    if (config.mode() != Mode.INCREMENTAL && findings.rows() < least) {
      problems.add(
          whole(
              "The file has %d rows, fewer than %d".formatted(findings.rows(), least), Lines.NONE));
    }
  }

  private static Problem whole(String text, Lines lines) {
    return new Problem(Optional.empty(), text, lines);
  }

  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /**
   * Checks the types that a person chose.
   *
   * @param chosen words of {@link ColumnKind}, by the index of the column
   */
  public List<Problem> problems(Map<Integer, String> chosen) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < findings.columns().size() && isChoice(); i++) {
      Column column = findings.columns().get(i);
      Optional<ColumnKind> kind = kind(column, chosen.get(i));
      if (kind.isEmpty()) {
        problems.add(
            new Problem(
                Optional.of(i), "Choose the type of \"" + column.name() + "\"", Lines.NONE));
        continue;
      }
      Lines misfits = column.misfits(kind.get());
      if (misfits.count() > 0) {
        problems.add(
            new Problem(
                Optional.of(i),
                "In \"%s\", %s %s"
                    .formatted(
                        column.name(),
                        counted(misfits.count(), "value is", "values are"),
                        kind.get().refusal()),
                misfits));
      }
    }
    return problems;
  }

  private static Optional<ColumnKind> kind(Column column, String word) {
    if (ColumnKind.TEXT.word().equals(word)) {
      return Optional.of(ColumnKind.TEXT);
    }
    return column.fits().stream()
        .map(Findings.Fit::kind)
        .filter(it -> it.word().equals(word))
        .findFirst();
  }

  /** Returns the columns that a person chose. */
  public List<ColumnConfig> columns(Map<Integer, String> chosen) {
    List<ColumnConfig> columns = new ArrayList<>();
    for (int i = 0; i < findings.columns().size() && isChoice(); i++) {
      Column column = findings.columns().get(i);
      ColumnKind kind = kind(column, chosen.get(i)).orElse(ColumnKind.TEXT);
      columns.add(ColumnConfig.of(column.name(), column.from(), kind.type(), kind.format()));
    }
    return columns;
  }

  /** Sentences about a file that would add rows with other columns, which is refused. */
  public List<Problem> clashes(List<ColumnConfig> columns) {
    if (config.mode() != Mode.INCREMENTAL || !isChoice()) {
      return List.of();
    }
    return comparison.columns(columns).stream()
        .map(it -> whole("This source only adds rows, so columns have to stay; " + it, Lines.NONE))
        .toList();
  }

  /**
   * Confirms the upload, which then waits for its load.
   *
   * @return false if it was confirmed, discarded or read again meanwhile
   */
  public boolean confirm(
      Uploads uploads, Map<Integer, String> chosen, Person person, Uploads.Queue queue) {
    return uploads.confirm(config, upload, upload.choice().with(columns(chosen)), person, queue);
  }
}
