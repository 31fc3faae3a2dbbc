package io.exportctl.source.cli;

import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.fault.StoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL of the demonstration: the one that the program brings, or one that is installed. */
final class DemoDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 10;

  private final Optional<EmbeddedPostgres> embedded;
  private final DatabaseSettings settings;

  private DemoDatabase(Optional<EmbeddedPostgres> embedded, DatabaseSettings settings) {
    this.embedded = embedded;
    this.settings = settings;
  }

  /**
   * Starts the server, unless the environment names one.
   *
   * @param folder for the data
   * @throws StoreException if the program brings no server for this machine
   */
  static DemoDatabase start(Map<String, String> environment, Path folder) {
    if (!environment.getOrDefault("STORE_DATABASE_URL", "").isBlank()) {
      Settings named = new Settings(environment);
      DatabaseSettings settings = named.database();
      named.end();
      return new DemoDatabase(Optional.empty(), settings);
    }
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setRegisterShutdownHook(false)
              .setPgBinaryResolver(DemoDatabase::programs)
              .setDataDirectory(folder.resolve("postgresql").toFile())
              .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
              .start();
      return new DemoDatabase(
          Optional.of(server),
          DatabaseSettings.of(server.getJdbcUrl("postgres", "postgres"), CONNECTIONS));
    } catch (IOException | IllegalStateException | ExceptionInInitializerError e) {
      // The library wraps a failure to open the programs in such an error.
      throw StoreException.usage(
          "the program brings no PostgreSQL for this machine; install it, create an empty"
              + " database, and set STORE_DATABASE_URL to its address");
    }
  }

  /** Opens the archive of the server's programs: on the class path, or beside the program's jar. */
  private static InputStream programs(String system, String machine) throws IOException {
    String name = "postgres-%s-%s.txz".formatted(system, machine).toLowerCase(Locale.ROOT);
    InputStream onClassPath = DemoDatabase.class.getResourceAsStream("/" + name);
    if (onClassPath != null) {
      return onClassPath;
    }
    URI program =
        URI.create(
            DemoDatabase.class.getProtectionDomain().getCodeSource().getLocation().toString());
    return URI.create("jar:" + program.resolve("demo/postgresql.jar") + "!/" + name)
        .toURL()
        .openStream();
  }

  DatabaseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    if (embedded.isPresent()) {
      try {
        embedded.get().close();
      } catch (IOException e) {
        throw StoreException.failed("demo-not-ended", "PostgreSQL could not be stopped", e);
      }
    }
  }
}
