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

/** Files that are written all or none, and over nothing that is there. */
public final class NewFiles {

  private final Workspace workspace;

  /** What to take away again where a later one fails, the last one first. */
  private final Deque<Path> created = new ArrayDeque<>();

  public NewFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Writes them in their order.
   *
   * @throws ExportctlException where one cannot be written; then none is there
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
            "nothing was written, as " + workspace.display(path) + " cannot be", e);
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

  /** It is ours from when it is there, though its content may not fit on the disk. */
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
        // Somebody else has put a file there meanwhile: the folder is theirs now.
      } catch (IOException e) {
        throw ExportctlException.of("cannot remove what is half written: " + path, e);
      }
    }
  }
}
