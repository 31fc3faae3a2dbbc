package io.exportctl.landing.extractor.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A PostgreSQL server of one version. */
public final class TestServer implements AutoCloseable {

  /** Version of the server that most tests use. */
  public static final int USUAL = 15;

  private static final Map<Integer, TestServer> SHARED = new ConcurrentHashMap<>();

  private final EmbeddedPostgres postgres;

  private TestServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Versions that tests with a version run on: two, or all of them with the profile nightly. */
  public static IntStream versions() {
    return Stream.of(System.getProperty("postgres.versions", "15,18").split(","))
        .mapToInt(Integer::parseInt);
  }

  /** The newest of the versions, or all of them with the profile nightly. */
  public static IntStream newest() {
    return versions().filter(it -> it == 18 || versions().count() > 2);
  }

  /** Returns the server of a version that all tests share; it ends with the process. */
  public static TestServer shared(int version) {
    return SHARED.computeIfAbsent(
        version, it -> start(it, Optional.empty(), 0, Map.of("max_locks_per_transaction", "128")));
  }

  /**
   * Starts a server.
   *
   * @param data folder of its files, which stays; none for a temporary one
   * @param port 0 for any free one
   */
  public static TestServer start(
      int version, Optional<Path> data, int port, Map<String, String> settings) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver((system, machine) -> binaries(version))
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "40");
    settings.forEach(builder::setServerConfig);
    data.ifPresent(it -> builder.setDataDirectory(it).setCleanDataDirectory(false));
    if (port > 0) {
      builder.setPort(port);
    }
    try {
      return new TestServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the archive of a version, which Maven copies below {@code target}. */
  private static InputStream binaries(int version) throws IOException {
    Path jar = Path.of(System.getProperty("postgres.servers", "target/postgres"), version + ".jar");
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream archive = zip.getInputStream(zip.getEntry("postgres-linux-x86_64.txz"))) {
      return new ByteArrayInputStream(archive.readAllBytes());
    }
  }

  Connection connect() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  public int port() {
    return postgres.getPort();
  }

  /** Copies the files of a server that was stopped. */
  public static void copy(Path data, Path to) throws IOException {
    try (var all = Files.walk(data)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Files.copy(
            file, to.resolve(data.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
