package io.exportctl.benchmarks;

import io.exportctl.support.Folders;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Datasets of {@link Datasets} in memory, to measure the inner loops without a disk. */
public final class Written {

  private Written() {}

  /** Returns a workspace with a number of datasets. */
  public static Inventory inventory(int size) {
    try {
      Path root = Files.createTempDirectory("datasets").toRealPath();
      try {
        Datasets.write(size, root.resolve("datasets"));
        return Workspace.at(root, root).read();
      } finally {
        Folders.deleteAll(root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the content of a file. */
  public static byte[] bytes(YamlDocument document) {
    return String.join("\n", document.lines()).getBytes(StandardCharsets.UTF_8);
  }
}
