package io.exportctl.source.web.api;

import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.database.Sql;
import io.exportctl.source.load.AliasIndex;
import io.exportctl.source.load.ServedTable;
import io.exportctl.source.web.api.Query.BadParameterException;
import java.util.Optional;

/** One row of a table under an alias, by the value of a column. */
final class AliasRow {

  private AliasRow() {}

  /**
   * Finds the row as a JSON object.
   *
   * @throws BadParameterException if the table has no such column
   */
  static Optional<String> find(Sql sql, ServedTable table, Alias alias, String wanted)
      throws BadParameterException {
    String by = alias.by().orElseThrow().text();
    if (table.columns().stream().noneMatch(it -> it.name().equals(by))) {
      throw new BadParameterException("the table has no column " + by);
    }
    String condition = AliasIndex.expression(alias) + " = " + AliasIndex.compared("?", alias);
    return sql.row(AliasNames.rename(table, alias).recordsWhere(condition), wanted)
        .map(row -> row.text("row"));
  }
}
