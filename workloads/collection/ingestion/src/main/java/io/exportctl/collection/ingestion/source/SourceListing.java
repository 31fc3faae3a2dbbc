package io.exportctl.collection.ingestion.source;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.store.FileTree;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Lists the files of an export date. As everywhere in Hadoop, files whose names begin with a dot or
 * an underscore are not data.
 *
 * @param configuration of Hadoop's file systems
 * @param root URI of the bucket, or of the folder in its place
 * @param prefix with {@code {year}}, {@code {month}} and {@code {day}}
 * @param daysBefore days by which a date's folder is earlier than the date
 */
public record SourceListing(
    Configuration configuration, String root, String prefix, int daysBefore) {

  /** Returns the prefix of the files of an export date, below the root. */
  public String prefix(LocalDate exportDate) {
    LocalDate day = exportDate.minusDays(daysBefore);
    return prefix
        .replace("{year}", String.format(Locale.ROOT, "%04d", day.getYear()))
        .replace("{month}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
        .replace("{day}", String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
  }

  /**
   * Lists the files of an export date.
   *
   * @throws IngestionException if the source cannot be listed
   */
  public Manifest list(LocalDate exportDate) {
    String prefix = prefix(exportDate);
    String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    Path base = new Path(root.endsWith("/") ? root : root + "/");
    try {
      FileSystem system = base.getFileSystem(configuration);
      Path qualified = system.makeQualified(base);
      if (system.getUri().getScheme().equals("file") && !system.exists(qualified)) {
        throw IngestionException.failed(
            "source-unavailable", "the source '%s' does not exist; check the name".formatted(root));
      }
      return new Manifest(files(system, qualified, folder, prefix));
    } catch (IOException e) {
      throw IngestionException.failed(
          "source-unavailable",
          "the files of '%s' below '%s' cannot be listed (%s); check the bucket's name and the policies of bucket and role"
              .formatted(prefix, root, e.getClass().getSimpleName()),
          e);
    }
  }

  private static List<SourceFile> files(FileSystem system, Path base, String folder, String prefix)
      throws IOException {
    Path start = folder.isEmpty() ? base : new Path(base, folder);
    List<SourceFile> files = new ArrayList<>();
    for (FileStatus entry : FileTree.list(system, start)) {
      String name = name(base, entry.getPath());
      if (name.startsWith(prefix) && !isHidden(name.substring(folder.length()))) {
        files.add(new SourceFile(entry.getPath().toString(), name, entry.getLen(), version(entry)));
      }
    }
    return files;
  }

  private static String name(Path base, Path file) {
    String root = base.toUri().getPath();
    return file.toUri().getPath().substring(root.endsWith("/") ? root.length() : root.length() + 1);
  }

  private static boolean isHidden(String name) {
    for (String part : name.split("/", -1)) {
      if (part.startsWith(".") || part.startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private static String version(FileStatus status) {
    if (status instanceof EtagSource source && source.getEtag() != null) {
      return source.getEtag();
    }
    return String.valueOf(status.getModificationTime());
  }
}
