package io.exportctl.source.upload;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Choice;
import io.exportctl.source.load.Sha256;
import io.exportctl.source.load.TemporaryFolder;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Takes uploaded files in, and reads them again with another dialect. */
public final class Intake {

  private static final int LONGEST_NAME = 200;

  private final Uploads uploads;
  private final ObjectStore objects;
  private final Path temporary;

  public Intake(Uploads uploads, ObjectStore objects, Path temporary) {
    this.uploads = uploads;
    this.objects = objects;
    this.temporary = temporary;
  }

  /**
   * Takes a file in.
   *
   * @param file on this machine, which is read and left
   * @param name that the person's browser told
   * @return the id of the upload
   * @throws StoreException if the file is not CSV, or cannot be stored; then nothing is kept
   */
  public UUID take(SourceConfig config, Person person, Path file, String name) {
    try {
      if (Files.size(file) == 0) {
        throw StoreException.refused(
            Fault.of("empty-file", "the file is empty; it needs a line with the columns' names"));
      }
      String label = label(name);
      Findings findings = inspect(config, Choice.NONE, file, label);
      String key = "uploads/" + config.name() + "/" + UUID.randomUUID();
      objects.put(key, file);
      return uploads.create(
          config,
          person,
          new Uploads.Draft(key, label, Files.size(file), Sha256.of(file), findings));
    } catch (IOException e) {
      throw storageFailed(e);
    }
  }

  /** The last part of a path, without control characters. */
  private static String label(String name) {
    String label = name.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    int length = label.codePointCount(0, label.length());
    return label.isEmpty()
        ? "file.csv"
        : label.substring(0, label.offsetByCodePoints(0, Math.min(length, LONGEST_NAME)));
  }

  private Findings inspect(SourceConfig config, Choice choice, Path file, String label)
      throws IOException {
    Path folder = Files.createTempDirectory(temporary, "inspect");
    try {
      return Inspection.of(config, choice, file, label, folder);
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  /**
   * Reads the stored file of an upload again.
   *
   * @return false if the upload was confirmed, discarded or read again meanwhile
   * @throws StoreException if the file cannot be read
   */
  public boolean reread(SourceConfig config, Upload upload, Choice choice) {
    try {
      Path file = Files.createTempFile(temporary, "upload", ".csv");
      try {
        try (InputStream in = objects.open(upload.objectKey())) {
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return uploads.reread(upload, choice, inspect(config, choice, file, upload.fileName()));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw storageFailed(e);
    }
  }

  /**
   * Gives an upload up, with its file.
   *
   * @return false if it was confirmed or discarded meanwhile
   * @throws StoreException if the file cannot be given up; the upload is
   */
  public boolean discard(Upload upload, Person person) {
    boolean isDiscarded = uploads.discard(upload, person);
    try {
      if (isDiscarded) {
        objects.discard(upload.objectKey());
      }
      return isDiscarded;
    } catch (IOException e) {
      throw storageFailed(e);
    }
  }

  private static StoreException storageFailed(IOException e) {
    return StoreException.failed(
        "storage-failed", "the file could not be stored or read; try again in a few minutes", e);
  }
}
