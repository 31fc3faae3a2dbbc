package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Explains why there is no workspace around a folder. */
final class MissingWorkspace {

  private static final List<String> NEARLY_PLATFORM =
      List.of("platform.yml", "platform.yaml.txt", "platform.yml.txt");

  private MissingWorkspace() {}

  static ExportctlException around(Path workingDirectory) {
    Path start = workingDirectory.toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      for (String nearly : NEARLY_PLATFORM) {
        Path file = folder.resolve("datasets").resolve(nearly);
        if (Files.exists(file)) {
          return new ExportctlException(file + " is not read; rename it to platform.yaml");
        }
      }
    }
    return new ExportctlException(
        "no datasets/platform.yaml in "
            + start
            + " or a folder above it; go to the folder of your exports, name it with -C DIR, or"
            + " begin one with 'exportctl init'");
  }
}
