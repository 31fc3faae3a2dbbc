package io.exportctl.source.clients;

import io.exportctl.source.database.Database;
import io.exportctl.source.hawk.HawkVerifier;
import java.time.Instant;
import java.time.ZoneOffset;

/** Nonces in the database, so that all processes share them. */
public final class DatabaseNonces implements HawkVerifier.Nonces {

  private static final long KEPT_SECONDS = 60;

  private final Database database;

  public DatabaseNonces(Database database) {
    this.database = database;
  }

  @Override
  public boolean use(String client, String nonce, long ts) {
    return database.inTransaction(
        sql -> {
          sql.update("set local synchronous_commit = off");
          int added =
              sql.update(
                  "insert into operations.hawk_nonce (client_id, nonce, ts, expires_at)"
                      + " values (?, ?, ?, ?) on conflict do nothing",
                  client,
                  nonce,
                  ts,
                  Instant.ofEpochSecond(ts + KEPT_SECONDS).atOffset(ZoneOffset.UTC));
          return added == 1;
        });
  }

  /** Deletes the nonces that can no longer be used again, with a margin for clocks that differ. */
  public int deleteExpired() {
    return database.inTransaction(
        sql ->
            sql.update(
                "delete from operations.hawk_nonce where expires_at < now() - interval '10 minutes'"));
  }
}
