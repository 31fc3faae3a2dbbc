package io.exportctl.source.tasks;

import io.exportctl.source.database.Sql;
import java.util.UUID;

/**
 * Tasks that are due now. They are entered in the transaction of the change that they follow from,
 * so that neither is without the other; a task holds ids only.
 */
public final class TaskQueue {

  static final String LOAD = "load";
  static final String UPLOAD = "upload";
  static final String TELL = "tell";

  private TaskQueue() {}

  /** Enters the load of a dataset's files that wait. */
  public static void load(Sql sql, String dataset) {
    // An entry of its own each time: one that is being worked on may have looked for files already.
    enter(sql, LOAD, dataset + "/" + UUID.randomUUID());
  }

  /** Enters the work on an upload that was confirmed, once. */
  public static void upload(Sql sql, UUID upload) {
    enter(sql, UPLOAD, upload.toString());
  }

  /** Enters the news of the outbox that are not finished; those that are entered stay. */
  public static void news(Sql sql) {
    sql.update(
        "insert into operations.scheduled_tasks"
            + " (task_name, task_instance, execution_time, picked, version)"
            + " select 'tell', id::text, now(), false, 1 from operations.outbox"
            + " where state in ('due', 'running') on conflict do nothing");
  }

  private static void enter(Sql sql, String task, String instance) {
    sql.update(
        "insert into operations.scheduled_tasks"
            + " (task_name, task_instance, execution_time, picked, version)"
            + " values (?, ?, now(), false, 1) on conflict do nothing",
        task,
        instance);
  }
}
