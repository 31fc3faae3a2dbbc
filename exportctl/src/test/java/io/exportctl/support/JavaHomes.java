package io.exportctl.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * JDKs of this machine: that of the tests, and those in the folders of Debian and GitHub's runners.
 */
public final class JavaHomes {

  private static final Path DEBIAN = Path.of("/usr/lib/jvm");

  private JavaHomes() {}

  /** Returns one JDK before Java 25 and one later; skips the test if either is missing. */
  public static List<Path> ofBothKinds() {
    List<Path> all = all();
    Optional<Path> before = all.stream().filter(home -> feature(home) < 25).findFirst();
    Optional<Path> after = all.stream().filter(home -> feature(home) >= 25).findFirst();
    Assumptions.assumeTrue(
        before.isPresent() && after.isPresent(), "no JDK on either side of 25 is found");
    return List.of(before.orElseThrow(), after.orElseThrow());
  }

  private static int feature(Path home) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Runtime.Version.parse(properties.getProperty("JAVA_VERSION").replace("\"", ""))
        .feature();
  }

  private static List<Path> all() {
    Stream<Path> known =
        System.getenv().entrySet().stream()
            .filter(variable -> variable.getKey().matches("JAVA_HOME_\\d+_X64"))
            .map(variable -> Path.of(variable.getValue()));
    return Stream.of(Stream.of(Path.of(System.getProperty("java.home"))), known, debian().stream())
        .flatMap(homes -> homes)
        .filter(
            home ->
                Files.isExecutable(home.resolve("bin/java"))
                    && Files.exists(home.resolve("release")))
        .map(JavaHomes::real)
        .distinct()
        .toList();
  }

  private static List<Path> debian() {
    if (!Files.isDirectory(DEBIAN)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(DEBIAN)) {
      return homes.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
