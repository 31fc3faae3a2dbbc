package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.Arrivals.Arrival;
import io.exportctl.source.load.Loader;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Files of the demonstration.
 *
 * @param datasets folder of the sources
 * @param objects folder of the object store
 * @param uploads folder of files to try
 */
record DemoFiles(Path datasets, Path objects, Path uploads) {

  private static final String RESOURCES = "/io/exportctl/source/demo/";

  static DemoFiles write(Path folder) throws IOException {
    DemoFiles files =
        new DemoFiles(
            Files.createDirectory(folder.resolve("sources")),
            Files.createDirectory(folder.resolve("objects")),
            Files.createDirectory(folder.resolve("files")));
    copy("trade_measures.yaml", files.datasets());
    copy("ports.yaml", files.datasets());
    copy("ports.csv", files.uploads());
    copy("measures.csv", files.uploads());
    copy("measures-with-a-misfit.csv", files.uploads());
    return files;
  }

  private static void copy(String name, Path folder) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DemoFiles.class.getResourceAsStream(RESOURCES + name))) {
      Files.copy(in, folder.resolve(name));
    }
  }

  Path upload(String name) {
    return uploads.resolve(name);
  }

  /** Loads the source that a website would have. */
  void loadFetched(Catalogue catalogue, Database database, ObjectStore objectStore, Loader loader) {
    SourceConfig ports = catalogue.get("ports");
    Arrival arrival =
        new Arrival(
            upload("ports.csv"),
            "ports.csv",
            Optional.of("https://example.org/ports.csv"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    new Arrivals(database, objectStore).add(ports, arrival);
    loader.load(ports, Loader.Request.USUAL);
  }
}
