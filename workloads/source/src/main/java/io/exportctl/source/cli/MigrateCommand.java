package io.exportctl.source.cli;

import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.database.Migrations;
import io.exportctl.source.fault.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code store migrate}: brings the program's tables up to date. */
@Command(
    name = "migrate",
    description = "Brings the program's tables up to date; data are not touched.")
final class MigrateCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--check", description = "Only tells how many migrations are to be made.")
  private boolean check;

  MigrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Settings settings = session.settings();
    DatabaseSettings place = settings.database();
    settings.end();
    try (Database database = session.database(place)) {
      Migrations migrations = new Migrations(database);
      if (check) {
        int pending = migrations.pending();
        session.out().println("migrations to be made: " + pending);
        return (pending == 0 ? ExitStatus.FINE : ExitStatus.FINDINGS).code();
      }
      session.out().println("migrations made: " + migrations.migrate());
      return ExitStatus.FINE.code();
    }
  }
}
