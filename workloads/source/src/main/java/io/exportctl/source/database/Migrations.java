package io.exportctl.source.database;

import io.exportctl.source.fault.StoreException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables of the program in the schema {@code operations}; data are never touched. */
public final class Migrations {

  private final Flyway flyway;

  public Migrations(Database database) {
    this.flyway =
        Flyway.configure()
            .dataSource(database.dataSource())
            .locations("classpath:io/exportctl/source/database")
            .defaultSchema("operations")
            .schemas("operations")
            .cleanDisabled(true)
            .validateMigrationNaming(true)
            .load();
  }

  /**
   * Brings the tables to the program's state.
   *
   * @return number of migrations that were made
   * @throws StoreException if they belong to a newer program, or a migration fails
   */
  public int migrate() {
    refuseNewer();
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw StoreException.failed(
          "migration-failed",
          "the tables of the program could not be brought up to date; run \"store migrate\" again",
          e);
    }
  }

  /** Number of migrations that are still to be made. */
  public int pending() {
    refuseNewer();
    return flyway.info().pending().length;
  }

  private void refuseNewer() {
    MigrationInfoService info;
    try {
      info = flyway.info();
    } catch (FlywayException e) {
      throw StoreException.failed(
          "database-unreachable", "the database cannot be read; check STORE_DATABASE_URL", e);
    }
    boolean newer =
        Stream.of(info.applied()).anyMatch(it -> it.getState() == MigrationState.FUTURE_SUCCESS);
    if (newer) {
      throw StoreException.failed(
          "newer-schema",
          "the database belongs to a newer version of this program; start that version");
    }
  }
}
