package io.exportctl.source.notify;

import io.exportctl.source.database.Database;
import io.exportctl.source.text.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The entries that a load writes in its transaction. */
final class Outbox {

  private final Database database;

  Outbox(Database database) {
    this.database = database;
  }

  /** Finds an entry that is not finished. */
  Optional<News> find(long id) {
    return database.inTransaction(sql -> sql.row(News.SELECT, id)).map(News::from);
  }

  void begin(News news, Optional<String> run, Instant now) {
    update(
        "state = 'running', run_id = ?, started_at = ?", news, run, now.atOffset(ZoneOffset.UTC));
  }

  void told(News news) {
    update("state = 'told', error = null", news);
  }

  void failedOnce(News news, String reason) {
    update("attempts = attempts + 1, error = ?::jsonb", news, error(reason));
  }

  void failed(News news, String reason) {
    update("state = 'failed', attempts = attempts + 1, error = ?::jsonb", news, error(reason));
  }

  private static String error(String reason) {
    return Json.object("code", "not-told", "text", reason);
  }

  private void update(String change, News news, Object... values) {
    Object[] all = new Object[values.length + 1];
    System.arraycopy(values, 0, all, 0, values.length);
    all[values.length] = news.id();
    database.inTransaction(
        sql -> sql.update("update operations.outbox set " + change + " where id = ?", all));
  }
}
