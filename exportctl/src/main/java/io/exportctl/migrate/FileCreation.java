package io.exportctl.migrate;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts files where there are none: each whole, and all or none. */
final class FileCreation {

  private final Map<NewFile, Path> staged = new LinkedHashMap<>();
  private final List<Path> created = new ArrayList<>();

  private FileCreation() {}

  /**
   * @throws ExportctlException where one exists, or cannot be written; then none is left
   */
  static void create(List<NewFile> files) {
    FileCreation creation = new FileCreation();
    try {
      files.forEach(creation::stage);
      files.forEach(creation::place);
      creation.created.clear();
    } finally {
      creation.created.forEach(FileCreation::delete);
      creation.staged.values().forEach(FileCreation::delete);
    }
  }

  private void stage(NewFile file) {
    Path folder = file.path().getParent();
    Path temporary = folder.resolve("." + file.path().getFileName() + ".exportctl");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(temporary);
      staged.put(file, temporary);
      Files.writeString(
          temporary,
          file.after(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw ExportctlException.of(failure(file), e);
    }
  }

  /** Fails where a file has come there; none is ever replaced. */
  private void place(NewFile file) {
    try {
      Files.move(staged.get(file), file.path());
      created.add(file.path());
    } catch (FileAlreadyExistsException e) {
      throw new ExportctlException(failure(file) + ": it exists now; run the command again", e);
    } catch (IOException e) {
      throw ExportctlException.of(failure(file), e);
    }
  }

  private static String failure(NewFile file) {
    return "nothing was migrated, as " + file.display() + " cannot be written";
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw ExportctlException.of("cannot remove " + path.getFileName() + ", a leftover", e);
    }
  }
}
