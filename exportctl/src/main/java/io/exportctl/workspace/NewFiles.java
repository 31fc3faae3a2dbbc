package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Writes new files, all or none, and never overwrites an existing one. */
public final class NewFiles {

  private final Workspace workspace;

  /** Created files and folders, the last one first, to remove if a later one fails. */
  private final Deque<Path> created = new ArrayDeque<>();

  public NewFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes files in the order of the map.
   *
   * @throws ExportctlException if one cannot be written; then none of them is left
   */
  public void write(Map<Path, byte[]> files) {
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path path = file.getKey();
      try {
        createFolder(path.getParent());
        create(path, file.getValue());
      } catch (FileAlreadyExistsException e) {
        takeBack();
        throw new ExportctlException(
            workspace.display(Path.of(e.getFile()))
                + " is in the way, and nothing was written; move it, and run the command again",
            e);
      } catch (IOException e) {
        takeBack();
        throw ExportctlException.of(
            "nothing was written; cannot write " + workspace.display(path), e);
      }
    }
  }

  private void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolder(folder.getParent());
      Files.createDirectory(folder);
      created.push(folder);
    }
  }

  /** Creates a file; records it before writing, as the disk may be full. */
  private void create(Path path, byte[] content) throws IOException {
    Files.createFile(path);
    created.push(path);
    Files.write(path, content, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private void takeBack() {
    while (!created.isEmpty()) {
      Path path = created.pop();
      try {
        Files.deleteIfExists(path);
      } catch (DirectoryNotEmptyException e) {
        // Someone else has put a file there meanwhile, so the folder is kept.
      } catch (IOException e) {
        throw ExportctlException.of("cannot remove the incomplete " + path, e);
      }
    }
  }
}
