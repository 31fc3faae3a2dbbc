package io.exportctl.support;

import java.nio.file.Path;

/** The tool as it is installed: the launcher, and the jars that the build has made. */
public record Distribution(Path folder) {

  public static Distribution in(Path folder) {
    Folders.copy(Path.of("target", "lib"), folder.resolve("lib"));
    Folders.copy(Path.of("bin"), folder.resolve("bin"));
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
