package io.exportctl.source.upload;

import io.exportctl.source.database.Database;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.load.FaultJson;
import java.util.UUID;

/** The moves of confirmed uploads, from the queue to their end. */
public final class UploadWork {

  private final Database database;

  public UploadWork(Database database) {
    this.database = database;
  }

  /** Enters all confirmed uploads that have not ended; those that are entered stay so. */
  public void requeue(Uploads.Queue queue) {
    database.inTransaction(
        sql -> {
          sql.rows("select id from operations.upload where state in ('verified', 'processing_dss')")
              .forEach(it -> queue.add(sql, it.uuid("id")));
          return true;
        });
  }

  boolean begin(UUID id) {
    return 1
        == database.inTransaction(
            sql ->
                sql.update(
                    "update operations.upload set state = 'processing_dss', updated_at = now()"
                        + " where id = ? and state in ('verified', 'processing_dss')",
                    id));
  }

  void complete(UUID id, long version) {
    database.inTransaction(
        sql ->
            sql.update(
                "update operations.upload set state = 'completed', load_id = ?, findings = null,"
                    + " updated_at = now() where id = ? and state = 'processing_dss'",
                version,
                id));
  }

  void fail(UUID id, Fault fault) {
    database.inTransaction(
        sql ->
            sql.update(
                "update operations.upload set state = 'failed', error = ?::jsonb, findings = null,"
                    + " updated_at = now() where id = ? and state in ('verified', 'processing_dss')",
                FaultJson.write(fault),
                id));
  }
}
