package io.exportctl.landing.loader;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Encoding;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestException;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.landing.format.Names;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks of a manifest, before anything of its extraction is read. All reasons are found. */
final class ManifestCheck {

  private static final int MAX_TABLES = 5_000;
  private static final int MAX_COLUMNS = 1_600;
  private static final int MAX_PARTS = 20_000;
  private static final long MAX_JSON_BYTES = 2L << 30;
  private static final int MAX_PRECISION = 38;
  private static final Duration MAX_AHEAD = Duration.ofMinutes(10);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

  private final Settings settings;
  private final Manifest manifest;
  private final List<Reason> reasons = new ArrayList<>();

  private ManifestCheck(Settings settings, Manifest manifest) {
    this.settings = settings;
    this.manifest = manifest;
  }

  /**
   * Reads and checks a manifest.
   *
   * @param timestamp of the extraction, from the manifest's key
   * @throws RefusedException with all reasons
   */
  static Extraction read(Settings settings, String timestamp, byte[] json, Instant now)
      throws RefusedException {
    Manifest manifest;
    try {
      manifest = ManifestReader.read(json);
    } catch (ManifestException e) {
      throw new RefusedException(Reason.of(ReasonId.FORMAT, e.getMessage()));
    }
    ManifestCheck check = new ManifestCheck(settings, manifest);
    check.checkExtraction(timestamp, now);
    check.checkTables();
    if (!check.reasons.isEmpty()) {
      throw new RefusedException(check.reasons);
    }
    return Extraction.of(manifest);
  }

  private void checkExtraction(String timestamp, Instant now) {
    refuseIf(
        !manifest.dataset().equals(settings.dataset()),
        Reason.of(ReasonId.DATASET, "the manifest is not of %s".formatted(settings.dataset())));
    refuseIf(
        manifest.encoding() != Encoding.EXACT,
        Reason.of(ReasonId.FORMAT, "the encoding is not \"exact\": set EXTRACT_ENCODING=exact"));
    refuseIf(
        !manifest.extractionTimestamp().equals(timestamp),
        Reason.of(ReasonId.TIMESTAMP, "the manifest's timestamp is not the one in its key"));
    refuseIf(
        !isPast(timestamp, now),
        Reason.of(ReasonId.TIMESTAMP, "the timestamp is not a time in the past"));
    refuseIf(
        manifest.tables().size() > MAX_TABLES,
        Reason.of(ReasonId.LIMITS, "more than %d tables".formatted(MAX_TABLES)));
    refuseIf(
        manifest.tables().stream().mapToInt(it -> it.parts().size()).sum() > MAX_PARTS,
        Reason.of(ReasonId.LIMITS, "more than %d parts".formatted(MAX_PARTS)));
  }

  private void checkTables() {
    Set<String> names = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Table table : manifest.tables()) {
      if (!isNamedByTheRules(table)) {
        reasons.add(
            Reason.of(ReasonId.FORMAT, "a table's tableName does not follow from its name"));
        continue;
      }
      refuseIf(
          !names.add(table.tableName()),
          Reason.of(ReasonId.NAME_CLASH, table.tableName(), "two tables have this name"));
      refuseIf(
          settings.excludeTables().match(table.name(), table.schema() + "." + table.name()),
          Reason.of(ReasonId.EXCLUDED_TABLE, table.tableName(), "the dataset excludes this table"));
      checkColumns(table);
      checkParts(table, keys);
    }
  }

  private void checkColumns(Table table) {
    String name = table.tableName();
    refuseIf(
        table.columns().isEmpty() || table.columns().size() > MAX_COLUMNS,
        Reason.of(ReasonId.LIMITS, name, "not between 1 and %d columns".formatted(MAX_COLUMNS)));
    Set<String> names = new HashSet<>();
    for (Column column : table.columns()) {
      if (column.name().isEmpty()) {
        reasons.add(Reason.of(ReasonId.FORMAT, name, "a column's name is empty"));
        return;
      }
      refuseIf(
          !names.add(column.name()),
          Reason.of(ReasonId.NAME_CLASH, name, column.name(), "two columns have this name"));
      String inTable = table.name() + "." + column.name();
      String inSchema = table.schema() + "." + inTable;
      refuseIf(
          settings.excludeColumns().match(inTable, inSchema),
          Reason.of(
              ReasonId.EXCLUDED_COLUMN, name, column.name(), "the dataset excludes this column"));
      refuseIf(
          settings.hashColumns().match(inTable, inSchema) && !column.hashed(),
          Reason.of(
              ReasonId.UNHASHED_COLUMN,
              name,
              column.name(),
              "the column is not hashed: name it in EXTRACT_HASH_COLUMNS"));
      refuseIf(
          column.type() == ColumnType.DECIMAL && !isDecimal(column.precision(), column.scale()),
          Reason.of(
              ReasonId.FORMAT, name, column.name(), "a decimal cannot have this many digits"));
    }
  }

  private void checkParts(Table table, Set<String> keys) {
    String name = table.tableName();
    String sample =
        Keys.of(settings.dataset(), manifest.extractionTimestamp())
            .part(name, 0, 0, manifest.compression());
    String folder = sample.substring(0, sample.lastIndexOf('/') + 1);
    long rows = 0;
    for (Part part : table.parts()) {
      refuseIf(
          !part.key().startsWith(folder)
              || !part.key().substring(folder.length()).matches("[A-Za-z0-9_-]+(\\.[a-z]+){1,2}")
              || !keys.add(part.key()),
          Reason.of(
              ReasonId.KEY_OUTSIDE,
              name,
              "a part's key is not in the table's folder, or is there twice"));
      refuseIf(
          part.jsonBytes() > MAX_JSON_BYTES,
          Reason.of(ReasonId.LIMITS, name, "a part has more than 2 GiB of JSON"));
      rows += part.rows();
    }
    refuseIf(
        rows != table.rows(),
        Reason.of(ReasonId.ROW_COUNT, name, "the rows of the parts are not the table's rows"));
  }

  private static boolean isNamedByTheRules(Table table) {
    return !table.name().isEmpty()
        && table.tableName().equals(Names.table(table.schema(), table.name()));
  }

  private static boolean isDecimal(int precision, int scale) {
    return precision >= 1 && precision <= MAX_PRECISION && scale >= 0 && scale <= precision;
  }

  /** Parses a timestamp; throws a {@link DateTimeException} if it is not one. */
  static Instant instant(String timestamp) {
    return LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC);
  }

  private static boolean isPast(String timestamp, Instant now) {
    try {
      return instant(timestamp).isBefore(now.plus(MAX_AHEAD));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void refuseIf(boolean wrong, Reason reason) {
    if (wrong) {
      reasons.add(reason);
    }
  }
}
