package io.exportctl.source.upload;

import io.exportctl.source.archive.Unpacking.Member;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.csv.ColumnProfile;
import io.exportctl.source.csv.ColumnProfile.TypeFit;
import io.exportctl.source.csv.Header.HeaderColumn;
import io.exportctl.source.csv.Inference;
import io.exportctl.source.csv.Misfits;
import io.exportctl.source.csv.Profile;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Choice;
import io.exportctl.source.load.Columns;
import io.exportctl.source.load.Trial;
import io.exportctl.source.upload.Findings.Column;
import io.exportctl.source.upload.Findings.Fit;
import io.exportctl.source.upload.Findings.Line;
import io.exportctl.source.upload.Findings.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads an uploaded file whole, as its load will. */
final class Inspection {

  private static final int KEPT = 5;
  private static final int LONGEST_TEXT = 80;

  private Inspection() {}

  /**
   * Reads a file. One that could be read with another dialect is told in the findings.
   *
   * @param folder for unpacked files
   * @throws StoreException if the file is not CSV, whatever its dialect
   */
  static Findings of(SourceConfig source, Choice choice, Path file, String label, Path folder)
      throws IOException {
    SourceConfig config = choice.apply(source);
    // Refuses what is not CSV: of that, no dialect makes a table.
    List<Member> members = Trial.members(config, file, label, folder);
    try {
      if (source.columns().isEmpty()) {
        return findings(
            Profile.of(members.get(0).file(), config.parse()), List.of(), 0, Optional.empty());
      }
      Trial trial = Trial.of(config, file, label, Optional.empty(), folder).get(0);
      return findings(trial.profile(), trial.faults(), trial.badRows(), Optional.empty());
    } catch (StoreException e) {
      if (e.fault().code().equals("empty-file")) {
        throw e;
      }
      return Findings.refused(e.fault());
    }
  }

  private static Findings findings(
      Profile profile, List<Fault> faults, long badRows, Optional<Fault> refusal) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      HeaderColumn column = profile.header().columns().get(i);
      columns.add(column(Columns.from(column, profile.header()), column, profile.columns().get(i)));
    }
    return new Findings(
        profile.dialect().charset(),
        profile.dialect().delimiter(),
        lines(profile.otherLetters()),
        profile.rows(),
        columns,
        lines(profile.ragged()),
        faults,
        badRows,
        refusal);
  }

  private static Column column(String from, HeaderColumn header, ColumnProfile profile) {
    Inference inference = profile.inference();
    List<Fit> fits =
        profile.typeFits().stream().map(it -> new Fit(kind(it), lines(it.misfits()))).toList();
    boolean ambiguous =
        inference.type() == ColumnKind.TEXT.type()
            && profile.values() > 0
            && fits.stream()
                    .filter(it -> it.kind().format().isPresent())
                    .filter(it -> it.misfits().count() == 0)
                    .count()
                > 1;
    return new Column(
        from,
        header.name(),
        new ColumnKind(inference.type(), inference.format()),
        ambiguous,
        inference.note(),
        Columns.description(profile),
        profile.examples().stream().map(Inspection::cut).toList(),
        fits);
  }

  private static ColumnKind kind(TypeFit fit) {
    return new ColumnKind(fit.type(), fit.format());
  }

  private static Lines lines(Misfits misfits) {
    return new Lines(
        misfits.count(),
        misfits.first().stream()
            .limit(KEPT)
            .map(it -> new Line(it.line(), cut(it.value())))
            .collect(Collectors.toList()));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }
}
