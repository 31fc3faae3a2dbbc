package io.exportctl.source.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.database.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fetches of all sources as tasks, which follow the catalogue. */
public final class Schedules {

  static final String FETCH = "fetch";

  private Schedules() {}

  /**
   * Brings the tasks in line with the sources: a new source is fetched at once, a changed schedule
   * holds from now on, and a removed source is not fetched. A fetch that runs is left to the next
   * time.
   */
  public static void reconcile(Database database, List<SourceConfig> sources, Instant now) {
    Map<String, String> wanted = new TreeMap<>();
    for (SourceConfig source : sources) {
      source.fetch().ifPresent(it -> wanted.put(source.name(), Cron.of(source.name(), it)));
    }
    database.inTransaction(
        sql -> {
          wanted.forEach((name, cron) -> schedule(sql, name, cron, now));
          sql
              .rows(
                  "select task_instance from operations.scheduled_tasks where task_name = 'fetch'")
              .stream()
              .map((ResultRow row) -> row.text("task_instance"))
              .filter(it -> !wanted.containsKey(it))
              .forEach(it -> cancel(sql, it));
          return true;
        });
  }

  private static void schedule(Sql sql, String name, String cron, Instant now) {
    byte[] data = cron.getBytes(UTF_8);
    int added =
        sql.update(
            "insert into operations.scheduled_tasks"
                + " (task_name, task_instance, task_data, execution_time, picked, version)"
                + " values ('fetch', ?, ?, now(), false, 1) on conflict do nothing",
            name,
            data);
    if (added == 0) {
      sql.update(
          "update operations.scheduled_tasks"
              + " set task_data = ?, execution_time = ?, version = version + 1"
              + " where task_name = 'fetch' and task_instance = ? and not picked"
              + " and task_data <> ?",
          data,
          Cron.next(cron, now).atOffset(ZoneOffset.UTC),
          name,
          data);
    }
  }

  private static void cancel(Sql sql, String name) {
    sql.update(
        "delete from operations.scheduled_tasks"
            + " where task_name = 'fetch' and task_instance = ? and not picked",
        name);
  }
}
