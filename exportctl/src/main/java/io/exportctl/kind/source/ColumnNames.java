package io.exportctl.kind.source;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.NestedKeys;
import io.exportctl.rule.RuleContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reports columns that a table cannot have, with the name of one that it has anyway or twice the
 * same.
 */
final class ColumnNames implements FileRule {

  /**
   * Columns of the service, and <a
   * href="https://www.postgresql.org/docs/17/ddl-system-columns.html">those of PostgreSQL</a>.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "id",
          "data_source_row_id",
          "datafile_created",
          "datafile_updated",
          "data_hash",
          "tableoid",
          "xmin",
          "cmin",
          "xmax",
          "cmax",
          "ctid");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.COLUMN_NAME_RESERVED, RuleId.DUPLICATE_ENTRY);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    Optional<NestedKeys> keys = file.keys();
    if (keys.isEmpty()) {
      return;
    }
    Map<String, Value> firsts = new HashMap<>();
    List<NestedKeys> columns = keys.get().sections("columns");
    for (NestedKeys column : columns) {
      Optional<Value> name = column.text("name");
      if (name.isPresent()) {
        Value first = firsts.putIfAbsent(name.get().text(), name.get());
        check(name.get(), Optional.ofNullable(first)).ifPresent(found);
      }
    }
  }

  private static Optional<Diagnostic> check(Value name, Optional<Value> first) {
    if (RESERVED.contains(name.text())) {
      return Optional.of(
          name.diagnose(
                  RuleId.COLUMN_NAME_RESERVED,
                  quote(name.text()) + " is a column that every table has, expected another name")
              .withHelp("choose another name, such as " + quote(name.text() + "_of_file")));
    }
    return first.map(
        other ->
            name.diagnose(
                    RuleId.DUPLICATE_ENTRY,
                    quote(name.text())
                        + " is listed again, first in line "
                        + other.location().line())
                .withHelp("remove this column, or give it another name"));
  }
}
