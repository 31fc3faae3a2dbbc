package io.exportctl.support;

import java.nio.file.Path;

/** The tool as it is installed: the launcher, and the jars that the build has made. */
public record Distribution(Path folder) {

  public static Distribution in(Path folder) {
    return of(Path.of(""), folder);
  }

  /**
   * That of a module that is not the one that the tests run in.
   *
   * @param module where it was built
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
