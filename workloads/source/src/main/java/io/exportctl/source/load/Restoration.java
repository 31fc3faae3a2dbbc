package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.StoreException;
import java.util.Optional;

/** The way back to an older version. */
public final class Restoration {

  private Restoration() {}

  /**
   * Serves an older version again.
   *
   * @param actor who wants it, for the audit; missing for the user of the database
   * @throws StoreException if it is not kept, or the mode of the source has no way back
   */
  public static void restore(
      Database database, SourceConfig config, long id, Optional<String> actor) {
    if (config.mode() != Mode.REPLACE) {
      throw StoreException.usage(
          "only sources of mode replace can be restored; load the older file again");
    }
    database.inTransaction(
        sql -> {
          restore(sql, config, id, actor);
          return true;
        });
  }

  private static void restore(Sql sql, SourceConfig config, long id, Optional<String> actor) {
    Loader.lock(sql, config.name());
    Version version =
        Versions.find(sql, config.name(), id)
            .filter(Version::isKept)
            .orElseThrow(
                () ->
                    StoreException.usage(
                        "version "
                            + id
                            + " is not kept; \"store status "
                            + config.name()
                            + "\" lists those that are"));
    Versions.swap(sql, config.name(), version.id());
    sql.update(
        "insert into operations.audit (actor, action, subject) values (coalesce(?, current_user), 'restore', ?)",
        actor,
        config.name() + " " + id);
  }
}
