package io.exportctl.source.load;

import io.exportctl.source.csv.RejectedRows;
import io.exportctl.source.csv.Row;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalInt;

/** A load into a new relation: rows of one or more files, primary key, statistics. */
final class TableLoad {

  private final LoadContext context;
  private final RejectedRows rejected;
  private long id;
  private long highest;

  TableLoad(LoadContext context, RejectedRows rejected) {
    this.context = context;
    this.rejected = rejected;
  }

  LoadContext.Counts run() throws IOException, SQLException {
    Relation relation = Relation.of(context.load());
    var columns = context.loadedColumns();
    context
        .sql()
        .update(
            "create table "
                + relation.qualified()
                + " (id bigint not null"
                + LoadedColumn.definitions(columns)
                + ")");
    OptionalInt idColumn = idColumn();
    String target = relation.qualified() + " (id" + LoadedColumn.names(columns) + ")";
    long read = 0;
    long added;
    try (CopyRows copy = CopyRows.into(context.sql(), target, true)) {
      for (OpenedFile opened : context.opened()) {
        FileRows rows = new FileRows(context.config(), opened, context.columns(), rejected);
        read += rows.forEach((row, converted) -> write(copy, row, converted, idColumn));
      }
      added = copy.finish();
    }
    context.halt().after("copy");
    refuseEqualIds(relation);
    context.sql().update("alter table " + relation.qualified() + " add primary key (id)");
    AliasIndex.create(context, relation);
    context.sql().update("analyze " + relation.qualified());
    long removed = context.current().map(Version::rows).orElse(0L);
    return new LoadContext.Counts(relation, highest, added, read, added, removed);
  }

  private OptionalInt idColumn() {
    String name = context.config().id().orElse("");
    var columns = context.loadedColumns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().text().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    if (!name.isEmpty()) {
      throw StoreException.refused(
          Fault.of("missing-column", "the file lacks \"" + name + "\", the column of the ids"));
    }
    return OptionalInt.empty();
  }

  private void write(CopyRows copy, Row row, Converted converted, OptionalInt idColumn)
      throws SQLException {
    id++;
    long key = idColumn.isPresent() ? key(row, converted, idColumn.getAsInt()) : id;
    highest = Math.max(highest, key);
    copy.cell(Long.toString(key));
    copy.cells(converted);
    copy.endRow();
  }

  private long key(Row row, Converted converted, int column) {
    try {
      return Long.parseLong(converted.text(column).strip());
    } catch (NumberFormatException e) {
      String name = context.config().id().orElseThrow();
      throw StoreException.refused(
          Fault.inCell(
              "bad-id",
              row.line(),
              name,
              "the cell is not a whole number",
              converted.text(column)));
    }
  }

  private void refuseEqualIds(Relation relation) {
    if (context.config().id().isEmpty()) {
      return;
    }
    boolean equal =
        context
            .sql()
            .row(
                "select id from "
                    + relation.qualified()
                    + " group by id having count(*) > 1 limit 1")
            .isPresent();
    if (equal) {
      throw StoreException.refused(
          Fault.of(
              "equal-ids",
              "two rows have the same value in \"" + context.config().id().get() + "\", the id"));
    }
  }
}
