package io.exportctl.source.load;

import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Drops the rows of versions that nobody needs any more. */
public final class Cleanup {

  private final Database database;
  private final int keepHours;

  /**
   * Creates a cleanup.
   *
   * @param keepHours hours for which a version stays after another took its place
   */
  public Cleanup(Database database, int keepHours) {
    this.database = database;
    this.keepHours = keepHours;
  }

  /**
   * Drops versions of all datasets that are superseded for long enough, but never the two newest of
   * a dataset. A dataset that is in use is left to the next time.
   *
   * @return a sentence for each dataset that could not be cleaned
   */
  public List<String> run() {
    List<String> failures = new ArrayList<>();
    List<ResultRow> datasets =
        database.inTransaction(
            sql -> sql.rows("select name from operations.dataset order by name"));
    for (ResultRow dataset : datasets) {
      String name = dataset.text("name");
      try {
        database.inTransaction(
            sql -> {
              clean(sql, name);
              return true;
            });
      } catch (StoreException e) {
        failures.add(name + " could not be cleaned: " + e.getMessage());
      }
    }
    return failures;
  }

  private void clean(Sql sql, String dataset) {
    Loader.lock(sql, dataset);
    sql.update("set local lock_timeout = '2s'");
    sql.update(
        "update operations.load set dropped_at = now() where dataset = ? and state = 'superseded'"
            + " and dropped_at is null and superseded_at < now() - make_interval(hours => ?)"
            + " and id not in (select id from operations.load where dataset = ?"
            + " and state in ('done', 'superseded') and dropped_at is null"
            + " order by id desc limit 2)",
        dataset,
        keepHours,
        dataset);
    for (ResultRow row :
        sql.rows(
            "select relation, mode, min(id) filter (where dropped_at is null) as oldest"
                + " from operations.load where dataset = ? and relation is not null"
                + " and to_regclass('data.' || relation) is not null"
                + " group by relation, mode order by relation",
            dataset)) {
      Relation relation = new Relation(row.text("relation"));
      if (row.findNumber("oldest").isEmpty()) {
        sql.update("drop table " + relation.qualified());
      } else if (row.text("mode").equals("snapshot")) {
        sql.update(
            "delete from " + relation.qualified() + " where gone_load <= ?", row.number("oldest"));
      }
    }
  }
}
