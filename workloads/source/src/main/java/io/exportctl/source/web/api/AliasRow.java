package io.exportctl.source.web.api;

import io.exportctl.source.catalogue.ColumnName;
import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.catalogue.SourceConfig.Ignore;
import io.exportctl.source.database.Sql;
import io.exportctl.source.load.ServedTable;
import java.util.Optional;

/** One row of a table under an alias, by the value of a column. */
final class AliasRow {

  private AliasRow() {}

  /** Finds the row as a JSON object. */
  static Optional<String> find(Sql sql, ServedTable table, Alias alias, String wanted) {
    ColumnName by = alias.by().orElseThrow();
    String condition = compared(by.quoted() + "::text", alias) + " = " + compared("?", alias);
    return sql.row(AliasNames.rename(table, alias).recordsWhere(condition), wanted)
        .map(row -> row.text("row"));
  }

  private static String compared(String sql, Alias alias) {
    String compared = alias.ignore().contains(Ignore.CASE) ? "lower(" + sql + ")" : sql;
    return alias.ignore().contains(Ignore.SPACES) ? "replace(" + compared + ", ' ', '')" : compared;
  }
}
