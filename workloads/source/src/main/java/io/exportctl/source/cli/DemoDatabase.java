package io.exportctl.source.cli;

import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.fault.StoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
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
              .setDataDirectory(folder.resolve("postgresql").toFile())
              .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
              .start();
      return new DemoDatabase(
          Optional.of(server),
          new DatabaseSettings(
              server.getJdbcUrl("postgres", "postgres"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              CONNECTIONS));
    } catch (IOException | IllegalStateException | LinkageError e) {
      throw StoreException.usage(
          "the program brings no PostgreSQL for this machine; install it, create an empty"
              + " database, and set STORE_DATABASE_URL to its address");
    }
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
