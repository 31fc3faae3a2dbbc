package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.clients.Clients;
import io.exportctl.source.clients.DatabaseNonces;
import io.exportctl.source.clients.Seal;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.Migrations;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.hawk.HawkVerifier;
import io.exportctl.source.load.Halt;
import io.exportctl.source.load.Loader;
import io.exportctl.source.load.TemporaryFolder;
import io.exportctl.source.objects.FolderObjects;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.tasks.LoadTask;
import io.exportctl.source.tasks.Workers;
import io.exportctl.source.upload.Person;
import io.exportctl.source.upload.UploadLoad;
import io.exportctl.source.web.api.ApiServer;
import io.exportctl.source.web.api.OtherPaths;
import io.exportctl.source.web.api.RequestLog;
import io.exportctl.source.web.api.Server;
import io.exportctl.source.web.login.DemoProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code store demo}: all of the program on one machine, with data that end with it. */
@Command(
    name = "demo",
    description = "Runs all of the program on this machine, with sample data that end with it.")
final class DemoCommand implements Callable<Integer> {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String CLIENT = "demo";
  private static final int KEY_BYTES = 32;
  private static final long MOST_UPLOAD = 1_000_000_000;
  private static final Duration RELOAD = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(30);

  private static final List<Person> PEOPLE =
      List.of(
          new Person(
              "ada", "Ada Example", Optional.of("ada@example.org"), List.of("trade-data-managers")),
          new Person("ben", "Ben Example", Optional.of("ben@example.org"), List.of()));

  private final Session session;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of this machine; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int free = freePort();
    // Listens first: the process ends as soon as nothing of this is left to do.
    try (Shutdown shutdown = Shutdown.listen(STOP)) {
      Path folder = Files.createTempDirectory(session.temporary(), "store-demo");
      try {
        run(shutdown, folder, free);
      } finally {
        TemporaryFolder.delete(folder);
      }
      session.err().println("store: has ended, and its data are gone");
    }
    return ExitStatus.FINE.code();
  }

  private void run(Shutdown shutdown, Path folder, int free)
      throws IOException, InterruptedException {
    DemoFiles files = DemoFiles.write(folder);
    session.err().println("store: starts PostgreSQL; this takes some seconds");
    try (DemoDatabase server = DemoDatabase.start(session.environment(), folder);
        Database database = session.database(server.settings())) {
      run(shutdown, database, files, free);
    }
  }

  private int freePort() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException | IllegalArgumentException e) {
      throw StoreException.usage(
          "the port " + port + " is not free; choose another one with --port");
    }
  }

  private void run(Shutdown shutdown, Database database, DemoFiles files, int free)
      throws InterruptedException {
    new Migrations(database).migrate();
    SecureRandom random = new SecureRandom();
    byte[] sealKey = new byte[KEY_BYTES];
    random.nextBytes(sealKey);
    Clients clients = new Clients(database, new Seal(sealKey, random), random);
    String key = clients.makeKey();
    clients.add(CLIENT, key, "of the demonstration");
    Catalogue catalogue =
        session.catalogue(new Settings.Folder(files.datasets()), Optional.empty());
    FolderObjects objects = new FolderObjects(files.objects());
    Loader loader = new Loader(database, objects, session.temporary(), Halt.NEVER);
    files.loadFetched(catalogue, database, objects, loader);
    String url = "http://localhost:" + free;
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false);
    RequestLog requests = new RequestLog(quiet, InstantSource.system());
    HawkVerifier verifier =
        new HawkVerifier(
            clients,
            new DatabaseNonces(database),
            List.of("localhost:" + free),
            InstantSource.system());
    EventLog events = new EventLog(quiet, InstantSource.system());
    WebSite site = new WebSite(session, catalogue, database, objects, url, MOST_UPLOAD);
    OtherPaths pages =
        ofThisMachine(site.pages(new DemoProvider(PEOPLE), random), "localhost:" + free);
    Workers.Jobs jobs =
        new Workers.Jobs(
            new LoadTask(catalogue, loader, events)::run,
            new UploadLoad(database, catalogue, loader)::run,
            // Nothing is fetched or told: a demonstration speaks to this machine only.
            dataset -> {},
            load -> Optional.empty(),
            () -> {},
            () -> {});
    Workers.Pace pace = new Workers.Pace(1, Duration.ofMillis(300), Duration.ofSeconds(10));
    ApiServer api =
        new ApiServer(catalogue, database, verifier, requests, url, Set.of(), 1000, "TIMESTAMP");
    try (Workers running = Workers.start(database, pace, jobs, events);
        Server server = api.start(LOOPBACK, free, pages)) {
      tell("http://localhost:" + server.port(), key, files);
      while (!shutdown.isWishedWithin(RELOAD)) {
        catalogue.reload().forEach(it -> session.err().println("store: " + it));
      }
      running.pause();
    }
  }

  /** A website that leads its name to this machine is another host, and gets no page. */
  private static OtherPaths ofThisMachine(OtherPaths pages, String host) {
    return context -> {
      if (host.equals(context.header("Host"))) {
        pages.handle(context);
      } else {
        context.status(421).result("open http://" + host + "/");
      }
    };
  }

  private void tell(String url, String key, DemoFiles files) {
    session
        .out()
        .println(
            """
            The data store runs on this machine until you press Ctrl-C.

            Pages    %s/upload/
                     Sign in as Ada Example, who uploads; no password is asked.
            Upload   %s
                     %s
            Sources  %s
                     Edit them: a change is read within two seconds.
            API      STORE_CLIENT_ID=%s STORE_CLIENT_KEY=%s %s call '%s/api/v1/table-data/transport.ports/L1?orientation=records'
            """
                .formatted(
                    url,
                    files.upload("measures.csv"),
                    files.upload("measures-with-a-misfit.csv"),
                    files.datasets(),
                    CLIENT,
                    key,
                    program(),
                    url));
  }

  /** The words that start this program. */
  private static String program() {
    String path = System.getProperty("java.class.path", "");
    return path.endsWith("store.jar") ? "java -jar " + path : "store";
  }
}
