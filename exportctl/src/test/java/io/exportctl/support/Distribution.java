package io.exportctl.support;

import java.nio.file.Path;

/** The installed tool: the launcher and the jars of the build. */
public record Distribution(Path folder) {

  public static Distribution in(Path folder) {
    return of(Path.of(""), folder);
  }

  /**
   * Returns the distribution in a module other than that of the running tests.
   *
   * @param module the folder of the module that built it
   */
  public static Distribution of(Path module, Path folder) {
    Folders.copy(module.resolve("target/lib"), folder.resolve("lib"));
    Folders.copy(module.resolve("bin"), folder.resolve("bin"));
    launcher(folder).toFile().setExecutable(true);
    return new Distribution(folder);
  }

  public String launcher() {
    return launcher(folder).toString();
  }

  private static Path launcher(Path folder) {
    return folder.resolve("bin").resolve("exportctl");
  }
}
