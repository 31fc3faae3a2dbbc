package io.exportctl.source.fetch;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.fetch.FileSelection.Wanted;
import io.exportctl.source.load.Adoption;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.FetchedFiles;
import io.exportctl.source.load.Halt;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches the new files of a source into the object store. */
public final class FetchSource {

  private final Downloads downloads;
  private final Arrivals arrivals;
  private final Adoption adoption;
  private final FetchedFiles fetched;
  private final Path temporary;
  private final Halt halt;

  /**
   * Creates the fetch.
   *
   * @param temporary folder for downloads
   */
  public FetchSource(
      Downloads downloads, Database database, ObjectStore objects, Path temporary, Halt halt) {
    this.halt = halt;
    this.downloads = downloads;
    this.arrivals = new Arrivals(database, objects);
    this.adoption = new Adoption(database, objects);
    this.fetched = new FetchedFiles(database);
    this.temporary = temporary;
  }

  /**
   * Outcome of a fetch.
   *
   * @param files names of the files that were stored
   * @param failure of a file; those before it are stored
   */
  public record Fetched(List<String> files, Optional<StoreException> failure) {

    /** Copies the list. */
    public Fetched {
      files = List.copyOf(files);
    }
  }

  /** Fetches a source; the outcome is also noted in the database. */
  public Fetched run(SourceConfig config) {
    List<String> stored = new ArrayList<>();
    Optional<StoreException> failure = Optional.empty();
    try {
      FetchConfig fetch = require(config);
      stored.addAll(adoption.run(config, name -> StoredNames.date(fetch, name)));
      List<Wanted> wanted =
          new FileSelection(fetch, fetched.known(config)).choose(downloads.list(fetch));
      for (Wanted file : wanted) {
        if (download(config, fetch, file)) {
          stored.add(file.file().name());
        }
      }
    } catch (StoreException e) {
      // Later files are left to the next run, so that no older one is passed over.
      failure = Optional.of(e);
    }
    fetched.note(config, failure.map(StoreException::fault));
    return new Fetched(stored, failure);
  }

  private static FetchConfig require(SourceConfig config) {
    return config
        .fetch()
        .orElseThrow(
            () ->
                StoreException.usage(
                    "the source \"" + config.name() + "\" has uploads, and nothing to fetch"));
  }

  private boolean download(SourceConfig config, FetchConfig fetch, Wanted wanted) {
    Path file = temporaryFile();
    try {
      FoundFile found = wanted.file();
      Optional<FileDownload.Done> done = downloads.file(fetch, found, wanted.known(), file);
      halt.after("download");
      if (done.isEmpty()) {
        return false;
      }
      boolean added = arrivals.add(config, arrival(file, found, done.get()));
      halt.after("arrival");
      return added;
    } finally {
      delete(file);
    }
  }

  private static Arrivals.Arrival arrival(Path file, FoundFile found, FileDownload.Done done) {
    return new Arrivals.Arrival(
        file,
        found.name(),
        Optional.of(Addresses.shown(found.address())),
        found.date(),
        done.etag(),
        done.lastModified());
  }

  /**
   * Downloads the newest file, and stores nothing.
   *
   * @param folder of the file
   */
  public static Newest newest(Downloads downloads, SourceConfig config, Path folder) {
    FetchConfig fetch = require(config);
    List<FoundFile> found = downloads.list(fetch);
    FoundFile newest = found.get(found.size() - 1);
    Path file = folder.resolve("fetched");
    downloads.file(fetch, newest, Optional.empty(), file);
    return new Newest(newest, file);
  }

  /** The newest file of a source, downloaded. */
  public record Newest(FoundFile found, Path file) {}

  private Path temporaryFile() {
    try {
      return Files.createTempDirectory(temporary, "fetch").resolve("file");
    } catch (IOException e) {
      throw StoreException.failed("storage-failed", "the temporary folder cannot be written", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    } catch (IOException e) {
      throw StoreException.failed("storage-failed", "the temporary folder cannot be emptied", e);
    }
  }
}
