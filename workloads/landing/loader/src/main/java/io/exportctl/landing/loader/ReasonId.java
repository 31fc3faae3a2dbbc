package io.exportctl.landing.loader;

import java.util.Locale;

/** Stable ids of the reasons for which an extraction is refused. */
enum ReasonId {
  /** The manifest cannot be read, or has an unknown format or encoding. */
  FORMAT,
  /** The manifest is of another dataset. */
  DATASET,
  /** The time in the manifest is not the one in its key, or lies in the future. */
  TIMESTAMP,
  /** A part lies outside the dataset's data, or is listed twice. */
  KEY_OUTSIDE,
  /** A part that the manifest lists does not exist. */
  MISSING_PART,
  /** A part has another size than the manifest says. */
  SIZE,
  /** The extraction has too many tables, columns or parts, or too long a line. */
  LIMITS,
  /** A column that the dataset excludes is there. */
  EXCLUDED_COLUMN,
  /** A column that must hold hashes has other values. */
  UNHASHED_COLUMN,
  /** A table that the dataset excludes is there. */
  EXCLUDED_TABLE,
  /** Two tables have the same name. */
  NAME_CLASH,
  /** A table changed its shape, and the dataset does not allow that. */
  SCHEMA_FROZEN,
  /** The bytes of a part are not the ones that the manifest describes. */
  CORRUPT_PART,
  /** A line of a part is not one JSON object with the table's columns as its keys. */
  BAD_LINE,
  /** A value does not fit its column's type. */
  WRONG_TYPE,
  /** A part has another number of rows than the manifest says. */
  ROW_COUNT;

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
