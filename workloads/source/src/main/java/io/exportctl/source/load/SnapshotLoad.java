package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig.Vanished;
import io.exportctl.source.csv.RejectedRows;
import io.exportctl.source.database.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A load of a file that is the whole table; only rows that are new or have vanished are written.
 * Rows that are equal count once.
 */
final class SnapshotLoad {

  private final LoadContext context;
  private final RejectedRows rejected;
  private final RowHash hash = new RowHash();
  private long number;

  SnapshotLoad(LoadContext context, RejectedRows rejected) {
    this.context = context;
    this.rejected = rejected;
  }

  LoadContext.Counts run() throws IOException, SQLException {
    Optional<Version> before =
        context.current().filter(it -> it.configHash().equals(context.config().rowsHash()));
    Relation relation = before.map(Version::relation).orElseGet(this::create);
    String columns = LoadedColumn.names(context.loadedColumns());
    long read = copy();
    context.halt().after("copy");
    long highId = before.map(Version::highId).orElse(0L);
    long added = insert(relation, columns, highId);
    long removed = context.config().vanished() == Vanished.REMOVE ? markGone(relation) : 0;
    AliasIndex.create(context, relation);
    context.sql().update("analyze " + relation.qualified());
    long rows = before.map(Version::rows).orElse(0L) + added - removed;
    return new LoadContext.Counts(relation, highId + added, rows, read, added, removed);
  }

  private Relation create() {
    Relation relation = Relation.of(context.load());
    Sql sql = context.sql();
    sql.update(
        "create table "
            + relation.qualified()
            + " (id bigint primary key"
            + LoadedColumn.definitions(context.loadedColumns())
            + ", row_hash uuid not null, first_load bigint not null, gone_load bigint)");
    sql.update(
        "create unique index on " + relation.qualified() + " (row_hash) where gone_load is null");
    return relation;
  }

  private long copy() throws IOException, SQLException {
    Sql sql = context.sql();
    sql.update(
        "create temporary table incoming (id bigint not null"
            + LoadedColumn.definitions(context.loadedColumns())
            + ", row_hash uuid not null) on commit drop");
    String target = "incoming (id, row_hash" + LoadedColumn.names(context.loadedColumns()) + ")";
    long read = 0;
    try (CopyRows copy = CopyRows.into(sql, target, false)) {
      for (OpenedFile opened : context.opened()) {
        FileRows rows = new FileRows(context.config(), opened, context.columns(), rejected);
        read += rows.forEach((row, converted) -> write(copy, converted));
      }
      copy.finish();
    }
    sql.update("create index on incoming (row_hash, id)");
    sql.update("analyze incoming");
    return read;
  }

  private void write(CopyRows copy, Converted converted) throws SQLException {
    copy.cell(Long.toString(++number));
    copy.cell(hash.of(converted).toString());
    copy.cells(converted);
    copy.endRow();
  }

  private long insert(Relation relation, String columns, long highId) {
    return context
        .sql()
        .update(
            "insert into "
                + relation.qualified()
                + " (id"
                + columns
                + ", row_hash, first_load) select "
                + highId
                + " + row_number() over (order by id)"
                + columns
                + ", row_hash, "
                + context.load()
                + " from incoming i where not exists (select 1 from "
                + relation.qualified()
                + " r where r.row_hash = i.row_hash and r.gone_load is null) and not exists"
                + " (select 1 from incoming e where e.row_hash = i.row_hash and e.id < i.id)");
  }

  private long markGone(Relation relation) {
    return context
        .sql()
        .update(
            "update "
                + relation.qualified()
                + " r set gone_load = "
                + context.load()
                + " where gone_load is null and not exists"
                + " (select 1 from incoming i where i.row_hash = r.row_hash)");
  }
}
