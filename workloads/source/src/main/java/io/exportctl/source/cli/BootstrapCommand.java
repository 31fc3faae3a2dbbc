package io.exportctl.source.cli;

import io.exportctl.source.database.ApplicationUser;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.fault.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code store bootstrap}: makes the user that the service signs in as. */
@Command(
    name = "bootstrap",
    description =
        "Makes the user of the database that the service signs in as with tokens of IAM."
            + " Signs in as the database's master; may be repeated.")
final class BootstrapCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "store_app",
      description = "Name of the user, store_app by default.")
  private String user;

  BootstrapCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Settings settings = session.settings();
    DatabaseSettings place = settings.database();
    settings.end();
    try (Database database = session.database(place)) {
      ApplicationUser made = ApplicationUser.make(database, user);
      session
          .out()
          .println(made.isNew() ? "made the user " + user : "the user " + user + " is there");
      return ExitStatus.FINE.code();
    }
  }
}
