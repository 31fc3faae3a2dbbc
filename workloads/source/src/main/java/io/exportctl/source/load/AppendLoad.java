package io.exportctl.source.load;

import io.exportctl.source.csv.RejectedRows;
import java.io.IOException;
import java.sql.SQLException;

/** A load that appends the rows of a file to the relation of the current version. */
final class AppendLoad {

  private final LoadContext context;
  private final RejectedRows rejected;
  private long id;

  AppendLoad(LoadContext context, RejectedRows rejected) {
    this.context = context;
    this.rejected = rejected;
  }

  LoadContext.Counts run() throws IOException, SQLException {
    Version current = context.current().orElseThrow();
    Relation relation = current.relation();
    id = current.highId();
    String target =
        relation.qualified() + " (id" + LoadedColumn.names(context.loadedColumns()) + ")";
    long read = 0;
    long added;
    try (CopyRows copy = CopyRows.into(context.sql(), target, false)) {
      for (OpenedFile opened : context.opened()) {
        FileRows rows = new FileRows(context.config(), opened, context.columns(), rejected);
        read +=
            rows.forEach(
                (row, converted) -> {
                  id++;
                  copy.cell(Long.toString(id));
                  copy.cells(converted);
                  copy.endRow();
                });
      }
      added = copy.finish();
    }
    context.halt().after("copy");
    AliasIndex.create(context, relation);
    context.sql().update("analyze " + relation.qualified());
    return new LoadContext.Counts(relation, id, current.rows() + added, read, added, 0);
  }
}
