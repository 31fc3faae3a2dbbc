package io.exportctl.landing.loader;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Conversion of a part that was checked. */
interface Converter {

  /**
   * Writes a Parquet file.
   *
   * @param target file in the folder of the part's lines
   * @return number of rows
   * @throws SQLException if DuckDB cannot write the file
   */
  long convert(CheckedPart part, List<LoadedColumn> columns, Path target) throws SQLException;
}
