package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.clients.Clients;
import io.exportctl.source.clients.DatabaseNonces;
import io.exportctl.source.clients.Seal;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.database.Migrations;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.load.Cleanup;
import io.exportctl.source.text.Printable;
import io.exportctl.source.web.api.ApiServer;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.api.Server;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** {@code store serve}: serves the API until the process is told to end. */
@Command(
    name = "serve",
    description = "Serves the API; each minute reads the sources again and drops old versions.")
final class ServeCommand implements Callable<Integer> {

  private static final long RELOAD_SECONDS = 60;

  private final Session session;

  ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = session.settings();
    DatabaseSettings place = settings.database();
    Path datasets = settings.datasets();
    byte[] key = settings.key();
    Settings.Service service = settings.service();
    settings.end();
    SecureRandom random = new SecureRandom();
    Catalogue catalogue = session.catalogue(datasets);
    try (Database database = session.database(place)) {
      new Migrations(database).migrate();
      DatabaseNonces nonces = new DatabaseNonces(database);
      HawkVerifier verifier =
          new HawkVerifier(
              new Clients(database, new Seal(key, random), random),
              nonces,
              service.origins(),
              InstantSource.system());
      ApiServer api =
          new ApiServer(
              catalogue,
              database,
              verifier,
              new RequestLog(session.out(), InstantSource.system()),
              service.publicUrl(),
              service.pageSize(),
              service.timestampWord());
      try (Server server = api.start("0.0.0.0", service.port())) {
        session.err().println("store: listens on port " + server.port());
        Cleanup cleanup = new Cleanup(database, service.keepHours());
        keepReading(catalogue, nonces, cleanup);
      }
    }
    return ExitStatus.FINE.code();
  }

  private void keepReading(Catalogue catalogue, DatabaseNonces nonces, Cleanup cleanup)
      throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      TimeUnit.SECONDS.sleep(RELOAD_SECONDS);
      try {
        catalogue.reload().forEach(it -> session.err().println("store: " + Printable.lines(it)));
        nonces.deleteExpired();
        cleanup.run().forEach(it -> session.err().println("store: " + Printable.lines(it)));
      } catch (StoreException e) {
        // The next turn tries again; requests are answered meanwhile.
        session.err().println("store: " + Printable.lines(e.getMessage()));
      }
    }
  }
}
