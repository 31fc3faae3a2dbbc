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
import io.exportctl.source.fetch.Downloads;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.load.Cleanup;
import io.exportctl.source.notify.Dataflow;
import io.exportctl.source.objects.ObjectStore;
import io.exportctl.source.tasks.Schedules;
import io.exportctl.source.tasks.Workers;
import io.exportctl.source.text.Printable;
import io.exportctl.source.web.api.ApiServer;
import io.exportctl.source.web.api.Health;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.api.Server;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code store serve}: serves the API and works on tasks until the process is told to end. */
@Command(
    name = "serve",
    description = "Serves the API and loads files; each minute reads the sources again.")
final class ServeCommand implements Callable<Integer> {

  private static final Duration RELOAD = Duration.ofSeconds(60);

  /** Requests have 20 seconds to end, tasks 90; the container is stopped after 120. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(115);

  /** Prefix of no object, which the program may list. */
  private static final String NOTHING = "datasets/-/";

  private final Session session;

  ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = session.settings();
    DatabaseSettings place = settings.database();
    Settings.ObjectsPlace objectsPlace = settings.objects();
    Settings.DatasetsPlace datasets = settings.datasets();
    byte[] key = settings.key();
    Settings.Service service = settings.service();
    Set<String> readersOfAll = settings.readersOfAll();
    Optional<Dataflow> dataflow = settings.tasks().dataflow();
    int workers = settings.tasks().workers();
    settings.tasks().fetchAllow();
    Optional<SignInSettings> signIn = settings.signIn();
    long mostUpload = settings.mostUploadBytes();
    settings.end();
    SecureRandom random = new SecureRandom();
    Catalogue catalogue = session.catalogue(datasets, settings.awsEndpoint());
    ObjectStore objects = session.objects(objectsPlace, settings.awsEndpoint());
    try (Shutdown shutdown = Shutdown.listen(LONGEST_STOP);
        Downloads downloads = session.downloads();
        Database database = session.database(place)) {
      Migrations migrations = new Migrations(database);
      migrations.migrate();
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
              readersOfAll,
              service.pageSize(),
              service.timestampWord());
      ServiceJobs jobs = new ServiceJobs(session, catalogue, database, objects);
      Cleanup cleanup = new Cleanup(database, service.keepHours());
      ServiceJobs.Parts parts = new ServiceJobs.Parts(downloads, nonces, cleanup, dataflow);
      Health health = health(database, migrations, objects);
      WebSite site =
          new WebSite(session, catalogue, database, objects, service.publicUrl(), mostUpload);
      try (Workers running = jobs.start(workers, parts);
          Server server =
              api.start("0.0.0.0", service.port(), site.pages(signIn, random), health)) {
        session.err().println("store: listens on port " + server.port());
        keepReading(shutdown, catalogue, database);
        running.pause();
      }
    }
    return ExitStatus.FINE.code();
  }

  private static Health health(Database database, Migrations migrations, ObjectStore objects) {
    return new Health()
        .with("the database cannot be reached", database::isReachable)
        .with("the tables are not those of this program", () -> migrations.pending() == 0)
        .with("the stored files cannot be reached", () -> objects.list(NOTHING).isEmpty());
  }

  private void keepReading(Shutdown shutdown, Catalogue catalogue, Database database)
      throws InterruptedException {
    do {
      try {
        catalogue.reload().forEach(it -> session.err().println("store: " + Printable.lines(it)));
        Schedules.reconcile(database, catalogue.all(), Instant.now());
      } catch (StoreException e) {
        // The next turn tries again; requests are answered meanwhile.
        session.err().println("store: " + Printable.lines(e.getMessage()));
      }
    } while (!shutdown.isWishedWithin(RELOAD));
  }
}
