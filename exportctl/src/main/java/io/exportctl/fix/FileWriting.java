package io.exportctl.fix;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Replaces a file with its fixed content, atomically and with its permissions. */
final class FileWriting {

  private final FixedFile file;

  FileWriting(FixedFile file) {
    this.file = file;
  }

  /**
   * Checks that the file still has the content that was read.
   *
   * @throws ExportctlException if it has changed or cannot be read
   */
  void check() {
    try {
      if (!Arrays.equals(Files.readAllBytes(file.path()), file.before().bytes())) {
        throw new ExportctlException(
            file.display()
                + " changed while it was being fixed, and was not written; run the command again");
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + file.display(), e);
    }
  }

  /**
   * Writes the fixed content and renames the file.
   *
   * @throws ExportctlException if the file has changed since it was read, or cannot be written
   */
  void write() {
    check();
    try {
      if (!file.before().equals(file.after())) {
        replace();
      }
      if (file.isRenamed()) {
        // Without REPLACE_EXISTING, so that a file that was created there meanwhile is kept.
        Files.move(file.path(), file.target());
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot write " + file.display(), e);
    }
  }

  private void replace() throws IOException {
    Path folder = file.path().getParent();
    Path temporary = Files.createTempFile(folder, "." + file.path().getFileName(), ".exportctl");
    try {
      keepPermissions(temporary);
      Files.write(
          temporary,
          file.after().bytes(),
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.SYNC);
      Files.move(
          temporary,
          file.path(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void keepPermissions(Path temporary) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(file.path()));
    }
  }
}
