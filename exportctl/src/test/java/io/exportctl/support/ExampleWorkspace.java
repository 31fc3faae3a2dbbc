package io.exportctl.support;

import java.nio.file.Path;

/** The datasets of this repository, as a workspace in another folder. */
public final class ExampleWorkspace {

  /** The folder that the repository's own workspace is in. */
  public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private ExampleWorkspace() {}

  public static void writeTo(Path root) {
    Folders.copy(REPOSITORY.resolve("datasets"), root.resolve("datasets"));
  }
}
