package io.exportctl.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Programs in {@code src/test/node}, with their npm packages. */
public final class NodePrograms {

  private static final Path SOURCE = ExampleWorkspace.REPOSITORY.resolve("exportctl/src/test/node");
  private static final Path FOLDER = ExampleWorkspace.REPOSITORY.resolve("exportctl/target/node");

  private NodePrograms() {}

  /**
   * A folder with the programs and all that they import; skips the test where that cannot be. npm
   * runs once for each state of the lock file: it writes its own copy when all is in place. Classes
   * that run at the same time share the folder.
   */
  public static synchronized Path install() {
    Tools.require("node", "npm");
    try {
      Files.createDirectories(FOLDER);
      boolean current =
          Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
              && Files.mismatch(
                      SOURCE.resolve("package-lock.json"), FOLDER.resolve("package-lock.json"))
                  == -1;
      for (String file : files()) {
        Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!current) {
        Command.in(FOLDER).run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").orFail();
      }
      return FOLDER;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files() {
    return Folders.files(SOURCE).keySet().stream().toList();
  }
}
