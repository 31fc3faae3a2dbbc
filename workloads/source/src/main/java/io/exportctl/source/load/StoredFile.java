package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.ResultRow;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of a source, as it came.
 *
 * @param key of the object
 * @param name of the file, unique among the files that count together
 * @param date by the source; missing if it names none
 * @param number order of arrival
 * @param choice of the person who uploaded it
 */
record StoredFile(
    UUID id,
    String key,
    String name,
    Optional<LocalDate> date,
    String sha256,
    long number,
    String state,
    boolean isUploaded,
    Optional<Choice> choice) {

  /** Columns of a query for {@link #from}. */
  static final String COLUMNS =
      "f.id, f.object_key, f.file_name, f.source_date, f.sha256, f.number, f.state,"
          + " f.origin = 'uploaded' as is_uploaded, f.chosen::text as chosen";

  /** The order of files: by date, then by arrival. */
  static final String ORDER = "coalesce(f.source_date, '-infinity'), f.number";

  static StoredFile from(ResultRow row) {
    return new StoredFile(
        row.uuid("id"),
        row.text("object_key"),
        row.text("file_name"),
        row.findDate("source_date"),
        row.text("sha256"),
        row.number("number"),
        row.text("state"),
        row.truth("is_uploaded"),
        row.findText("chosen").map(Choice::parse));
  }

  /** Returns the source with what was chosen for this file. */
  SourceConfig decided(SourceConfig config) {
    return choice.map(it -> it.apply(config)).orElse(config);
  }
}
