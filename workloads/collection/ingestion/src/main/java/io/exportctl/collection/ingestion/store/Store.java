package io.exportctl.collection.ingestion.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder or a bucket, whose files are named by their paths below it. */
public final class Store {

  private final FileSystem files;
  private final Path root;

  private Store(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * Opens a folder, which need not exist.
   *
   * @param root URI such as {@code s3://bucket} or {@code file:/tmp/warehouse}
   * @throws IOException if its file system cannot be reached
   */
  public static Store of(Configuration configuration, String root) throws IOException {
    Path path = new Path(root.endsWith("/") ? root : root + "/");
    FileSystem files = path.getFileSystem(configuration);
    return new Store(files, files.makeQualified(path));
  }

  /** Returns the URI of a file or folder. */
  public String uri(String path) {
    return resolve(path).toString();
  }

  /** Replaces a file at once: readers see the old bytes or the new ones. */
  public void write(String path, byte[] bytes) throws IOException {
    Path target = resolve(path);
    boolean isLocal = files.getUri().getScheme().equals("file");
    Path written = isLocal ? target.suffix(".tmp") : target;
    try (OutputStream out = files.create(written, true)) {
      out.write(bytes);
    }
    if (isLocal && !files.rename(written, target)) {
      throw new IOException("'%s' cannot be renamed to '%s'".formatted(written, target));
    }
  }

  /** Creates a file, or empties one that exists. */
  public OutputStream create(String path) throws IOException {
    return files.create(resolve(path), true);
  }

  /** Returns the bytes of a file, if it exists. */
  public Optional<byte[]> read(String path) throws IOException {
    try (InputStream in = files.open(resolve(path))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Returns all files below a folder, sorted by path; empty if there is no such folder. */
  public List<StoredFile> list(String folder) throws IOException {
    List<StoredFile> found = new ArrayList<>();
    for (FileStatus entry : FileTree.list(files, resolve(folder))) {
      found.add(new StoredFile(relative(entry.getPath()), entry.getModificationTime()));
    }
    found.sort(Comparator.comparing(StoredFile::path));
    return found;
  }

  /** Returns the names of the folders in a folder, sorted; empty if there is no such folder. */
  public List<String> folders(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    try {
      for (FileStatus entry : files.listStatus(resolve(folder))) {
        if (entry.isDirectory()) {
          found.add(entry.getPath().getName());
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /** Deletes a file, or a folder with all that is in it; does nothing if there is none. */
  public void delete(String path) throws IOException {
    files.delete(resolve(path), true);
  }

  private Path resolve(String path) {
    return path.isEmpty() ? root : new Path(root, path);
  }

  private String relative(Path file) {
    String base = root.toUri().getPath();
    String path = file.toUri().getPath();
    return path.substring(base.endsWith("/") ? base.length() : base.length() + 1);
  }
}
