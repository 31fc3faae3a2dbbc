package io.exportctl.support;

import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of this repository's datasets as a workspace in another folder. */
public final class ExampleWorkspace {

  /** The folder of the repository's own workspace. */
  public static final Path REPOSITORY = above(Path.of("").toAbsolutePath());

  private static final Path DATASETS = REPOSITORY.resolve("datasets");

  private ExampleWorkspace() {}

  private static Path above(Path module) {
    return Files.exists(module.resolve("mvnw")) ? module : above(module.getParent());
  }

  /** Copies the datasets of all kinds, and the settings of each. */
  public static void writeAllTo(Path root) {
    Folders.copy(DATASETS, root.resolve("datasets"));
  }

  /**
   * Copies the datasets of the kinds that need no settings of their own, so that what a test counts
   * does not change with a new kind.
   */
  public static void writeTo(Path root) {
    writeAllTo(root);
    for (Kind kind : Kinds.all()) {
      if (kind.platformSection().isPresent()) {
        Folders.deleteAll(root.resolve("datasets/" + kind.id()));
        removeSection(root.resolve("datasets/platform.yaml"), kind.id().id());
      }
    }
  }

  private static void removeSection(Path platform, String kind) {
    try {
      String text = Files.readString(platform);
      Files.writeString(platform, text.replaceFirst("(?m)^" + kind + ":\n(?: .*\n)+", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
