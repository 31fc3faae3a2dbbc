package io.exportctl.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * Expected texts in files. {@code mvn verify -Dgoldens=update} rewrites them for review, but never
 * in CI.
 */
public final class Goldens {

  private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));

  private Goldens() {}

  /** Returns the folder of test resources in the source tree, where goldens can be rewritten. */
  public static Path resources() {
    return Path.of("src", "test", "resources").toAbsolutePath();
  }

  public static void assertMatches(Path golden, String actual) {
    try {
      if (UPDATE) {
        assertThat(System.getenv("CI")).as("goldens are not updated in CI").isNull();
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, actual);
      }
      assertThat(golden).as("the expected text").exists();
      assertThat(actual).as("%s", golden.getFileName()).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares all files below a folder; a golden without an actual text fails too. */
  public static void assertMatchesAll(Path goldens, SortedMap<String, String> actual) {
    if (UPDATE) {
      Folders.files(goldens).forEach((path, content) -> Folders.delete(goldens.resolve(path)));
    }
    actual.forEach((path, content) -> assertMatches(goldens.resolve(path), content));
    assertThat(Folders.files(goldens).keySet()).isEqualTo(actual.keySet());
  }
}
