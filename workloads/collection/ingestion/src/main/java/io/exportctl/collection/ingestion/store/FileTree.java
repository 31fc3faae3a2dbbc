package io.exportctl.collection.ingestion.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists all files below a folder. */
public final class FileTree {

  private FileTree() {}

  /**
   * Returns the files, in any order; none if there is no such folder.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static List<FileStatus> list(FileSystem files, Path folder) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    try {
      if (files.getUri().getScheme().startsWith("s3")) {
        addFlat(files, folder, found);
      } else {
        addFolder(files, folder, found);
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return found;
  }

  /** S3 lists a prefix without going through its folders. */
  private static void addFlat(FileSystem files, Path folder, List<FileStatus> found)
      throws IOException {
    RemoteIterator<LocatedFileStatus> entries = files.listFiles(folder, true);
    while (entries.hasNext()) {
      found.add(entries.next());
    }
  }

  /** Files of this machine, where the listing above starts a process for each of them. */
  private static void addFolder(FileSystem files, Path folder, List<FileStatus> found)
      throws IOException {
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory()) {
        addFolder(files, entry.getPath(), found);
      } else {
        found.add(entry);
      }
    }
  }
}
