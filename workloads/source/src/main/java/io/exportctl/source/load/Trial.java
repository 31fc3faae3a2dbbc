package io.exportctl.source.load;

import io.exportctl.source.archive.Limits;
import io.exportctl.source.archive.Unpacking;
import io.exportctl.source.archive.Unpacking.Member;
import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.csv.CellType;
import io.exportctl.source.csv.Misfits;
import io.exportctl.source.csv.Profile;
import io.exportctl.source.csv.Row;
import io.exportctl.source.csv.Rows;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Json;
import io.exportctl.source.text.Printable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file read whole as a load would do it, for a person who may see its data; writes nothing. */
public final class Trial {

  private static final int SHOWN = 20;
  private static final int SAMPLE = 5;

  private final SourceConfig config;
  private final Profile profile;
  private final List<ColumnConfig> columns;
  private final List<String> first = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private long faultCount;

  private Trial(SourceConfig config, Profile profile) {
    this.config = config;
    this.profile = profile;
    this.columns = config.columns().isEmpty() ? Columns.inferred(profile) : config.columns();
  }

  /**
   * Opens a file of a source, which may be an archive.
   *
   * @param folder for unpacked files
   * @throws StoreException if the archive is refused, or holds another number of files than one
   */
  public static List<Member> members(SourceConfig config, Path file, String label, Path folder)
      throws IOException {
    long most = config.fetch().map(it -> it.maxMegabytes()).orElse(1024) * 1_000_000L;
    List<Member> members =
        Unpacking.unpack(
            file,
            label,
            config.unpack().depth(),
            name -> config.unpack().member().map(it -> it.matcher(name).find()).orElse(true),
            Limits.ofFile(most),
            folder);
    boolean wrong = config.unpack().member().isPresent() ? members.isEmpty() : members.size() != 1;
    if (wrong) {
      String text = "the archive holds %d fitting files; set unpack.member to choose";
      throw StoreException.refused(Fault.of("archive-members", text.formatted(members.size())));
    }
    return members;
  }

  /**
   * Reads a file.
   *
   * @throws StoreException if it cannot be read to its end
   */
  public static List<Trial> of(
      SourceConfig config, Path file, String label, Optional<LocalDate> date, Path folder)
      throws IOException {
    List<Trial> trials = new ArrayList<>();
    for (Member member : members(config, file, label, folder)) {
      Trial trial = new Trial(config, Profile.of(member.file(), config.parse()));
      trial.run(member.file(), date);
      trials.add(trial);
    }
    return trials;
  }

  private void run(Path file, Optional<LocalDate> date) throws IOException {
    try (Rows rows = Rows.open(file, profile.dialect(), config.parse())) {
      Transform transform = Transform.of(columns, profile.header(), config.parse(), date);
      Converted converted = new Converted(transform.width());
      for (long number = 1; rows.hasNext(); number++) {
        Row row = rows.next();
        Optional<Fault> fault = transform.convert(row, converted);
        if (fault.isPresent()) {
          faultCount++;
          if (faults.size() < SHOWN) {
            faults.add(fault.get());
          }
        } else if (first.size() < SAMPLE) {
          first.add(json(number, converted));
        }
      }
    }
  }

  private String json(long id, Converted converted) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    for (int i = 0; i < converted.size(); i++) {
      CellType type = columns.get(i).type();
      row.put(columns.get(i).name().text(), converted.find(i).map(it -> value(type, it)));
    }
    return Json.write(row);
  }

  private static Object value(CellType type, String text) {
    return switch (type) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INTEGER, BIGINT, NUMERIC -> new BigDecimal(text);
      case TEXT, DATE, TIMESTAMP, TEXT_ARRAY -> text;
    };
  }

  /** Number of rows that do not fit. */
  public long badRows() {
    return faultCount + profile.ragged().count();
  }

  /** The first rows that do not fit the columns. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public Profile profile() {
    return profile;
  }

  /** Returns all findings, lines of text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("encoding: ").append(profile.dialect().charset()).append('\n');
    appendMisfits(text, "letters to check", profile.otherLetters());
    text.append("delimiter: ")
        .append(Printable.quoted(profile.dialect().delimiter().replace("\t", "\\t")))
        .append('\n');
    text.append("rows: ").append(profile.rows());
    text.append(profile.skipped() > 0 ? ", skipped: " + profile.skipped() : "").append('\n');
    profile
        .header()
        .nameless()
        .forEach(
            it -> text.append("column ").append(it + 1).append(" has no name and no values\n"));
    for (int i = 0; i < profile.columns().size(); i++) {
      appendColumn(text, i);
    }
    appendMisfits(text, "rows of another width", profile.ragged());
    if (faultCount > 0) {
      text.append("rows that do not fit: ").append(faultCount).append('\n');
      faults.forEach(
          it ->
              text.append("  ")
                  .append(it.sentence())
                  .append(": ")
                  .append(Printable.quoted(it.value().orElse("")))
                  .append('\n'));
    }
    text.append("first rows:\n");
    first.forEach(it -> text.append("  ").append(Printable.lines(it)).append('\n'));
    return text.append(config.columns().isEmpty() ? Columns.yaml(columns) : "").toString();
  }

  private void appendColumn(StringBuilder text, int index) {
    var column = profile.header().columns().get(index);
    var findings = profile.columns().get(index);
    text.append("column ").append(Printable.quoted(column.original())).append(": ");
    text.append(findings.inference().type().word());
    findings.inference().format().ifPresent(it -> text.append(" ").append(it));
    text.append(", ").append(Columns.description(findings));
    findings.inference().note().ifPresent(it -> text.append("; ").append(it));
    text.append(column.isMended() ? "; named " + column.name() : "").append('\n');
  }

  private static void appendMisfits(StringBuilder text, String title, Misfits misfits) {
    if (misfits.count() > 0) {
      text.append(title).append(": ").append(misfits.count()).append('\n');
      misfits
          .first()
          .forEach(
              it ->
                  text.append("  line ")
                      .append(it.line())
                      .append(": ")
                      .append(Printable.quoted(it.value()))
                      .append('\n'));
    }
  }
}
