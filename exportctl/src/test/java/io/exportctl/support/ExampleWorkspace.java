package io.exportctl.support;

import java.nio.file.Path;

/** Copy of this repository's datasets as a workspace in another folder. */
public final class ExampleWorkspace {

  /** The folder of the repository's own workspace. */
  public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private ExampleWorkspace() {}

  public static void writeTo(Path root) {
    Folders.copy(REPOSITORY.resolve("datasets"), root.resolve("datasets"));
  }
}
