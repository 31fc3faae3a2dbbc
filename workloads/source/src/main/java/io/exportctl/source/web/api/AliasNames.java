package io.exportctl.source.web.api;

import io.exportctl.source.catalogue.SourceConfig.Alias;
import io.exportctl.source.load.ServedTable;
import io.exportctl.source.load.ServedTable.ServedColumn;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns under an alias. */
final class AliasNames {

  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

  private AliasNames() {}

  static ServedTable rename(ServedTable table, Alias alias) {
    List<ServedColumn> columns =
        table.columns().stream()
            .filter(it -> alias.includeId() || !it.sql().equals("id"))
            .map(it -> alias.camelCase() ? camelCase(it) : it)
            .toList();
    return table.with(columns);
  }

  private static ServedColumn camelCase(ServedColumn column) {
    String name =
        UNDERSCORE.matcher(column.name()).replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
    return new ServedColumn(name, column.sql(), column.type());
  }
}
