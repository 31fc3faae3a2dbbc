package io.exportctl.source.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.ConfigReader;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.Halt;
import io.exportctl.source.load.Loader;
import io.exportctl.source.load.Outcome;
import io.exportctl.source.load.Version;
import io.exportctl.source.load.Versions;
import io.exportctl.source.objects.FolderObjects;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A database, a folder of objects, and the way of files into them. */
public final class TestStore implements AutoCloseable {

  private static final URI PAGE = URI.create("https://example.org/files");

  private final TestDatabase database;
  private final Path folder;
  private final FolderObjects objects;
  private final Arrivals arrivals;
  private int files;

  private TestStore(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
    this.objects = new FolderObjects(folder.resolve("objects"));
    this.arrivals = new Arrivals(database.database(), objects);
  }

  public static TestStore create(Path folder) throws SQLException {
    return new TestStore(TestDatabase.create(), folder);
  }

  /** A fetched source of a name, with more keys. */
  public static SourceConfig source(String name, String... keys) {
    return fetched(name, "{url: https://example.org/files}", keys);
  }

  /** A source with a section {@code fetch}, and more keys. */
  public static SourceConfig fetched(String name, String fetch, String... keys) {
    ConfigReader.Reading reading =
        ConfigReader.read(
            name + ".yaml",
            """
            name: %s
            schema: org.%s
            fetch: %s
            readers: [reader]
            """
                    .formatted(name, name, fetch)
                + String.join("\n", keys));
    assertThat(reading.problems()).isEmpty();
    return reading.config().orElseThrow();
  }

  /** Takes a file in; false if its bytes are known. */
  public boolean arrive(SourceConfig config, String date, String text) throws IOException {
    return arrive(config, "file-" + date + ".csv", date, text);
  }

  public boolean arrive(SourceConfig config, String name, String date, String text)
      throws IOException {
    Path file = folder.resolve("arrival-" + files++);
    Files.writeString(file, text);
    return arrivals.add(
        config,
        new Arrivals.Arrival(
            file,
            name,
            Optional.of(PAGE.toString()),
            Optional.of(LocalDate.parse(date)),
            Optional.empty(),
            Optional.empty()));
  }

  public Loader loader() {
    return loader(Halt.NEVER);
  }

  public Loader loader(Halt halt) {
    return new Loader(database.database(), objects, folder, halt);
  }

  public List<Outcome> load(SourceConfig config) {
    return loader().load(config, Loader.Request.USUAL);
  }

  public Optional<Version> current(SourceConfig config) {
    return database.database().inTransaction(sql -> Versions.current(sql, config.name()));
  }

  /** Rows of the version that is served, as PostgreSQL writes them. */
  public List<String> rows(SourceConfig config) throws SQLException {
    return rows(current(config).orElseThrow());
  }

  /** Rows of a version: the id and the columns. */
  public List<String> rows(Version version) throws SQLException {
    StringBuilder columns = new StringBuilder("id");
    version.columns().forEach(it -> columns.append(", ").append(it.name().quoted()));
    return database.query(
        "select row(%s)::text from %s where %s order by id"
            .formatted(columns, version.relation().qualified(), version.condition()));
  }

  public TestDatabase database() {
    return database;
  }

  public FolderObjects objects() {
    return objects;
  }

  public Arrivals arrivals() {
    return arrivals;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
