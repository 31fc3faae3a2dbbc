package io.exportctl.collection.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources against the picture of the packages in {@code docs/collection.md}. */
class ArchitectureTest {

  private static final Path ROOT =
      Path.of("src/main/java/io/exportctl/collection/ingestion").toAbsolutePath();

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "config", Set.of(),
          "store", Set.of("config"),
          "source", Set.of("config", "store"),
          "table", Set.of("config", "store"),
          "run", Set.of("config", "store", "source", "table"),
          "attempt", Set.of("config", "source"),
          "cli", Set.of("config", "store", "source", "table", "run", "attempt"));

  /** The packages that each library is used in. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "com.fasterxml.jackson", Set.of("config"),
          "picocli", Set.of("cli"),
          "org.apache.commons", Set.of("source"),
          "org.apache.iceberg", Set.of("table"),
          "org.apache.hadoop", Set.of("store", "source", "run", "attempt", "cli"),
          "org.apache.spark", Set.of("table", "run", "cli"),
          "org.slf4j", Set.of("run"),
          "software.amazon", Set.of("run"));

  private static final Pattern IMPORT = Pattern.compile("import (?:static )?([\\w.]+);");
  private static final String OURS = "io.exportctl.collection.ingestion.";
  private static final int LONGEST_FILE = 200;

  @Test
  void usesPackagesInOneDirection() {
    List<String> against =
        sources()
            .flatMap(
                source ->
                    imports(source)
                        .filter(it -> it.startsWith(OURS))
                        .map(it -> it.substring(OURS.length()).split("\\.", 2)[0])
                        .filter(it -> !it.equals(inPackage(source)))
                        .filter(it -> !MAY_USE.get(inPackage(source)).contains(it))
                        .map(it -> source + " uses " + it))
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void usesEachLibraryInItsPackages() {
    List<String> against =
        sources()
            .flatMap(
                source ->
                    imports(source)
                        .filter(it -> !it.startsWith("io.exportctl.") && !it.startsWith("java"))
                        .filter(
                            it ->
                                LIBRARIES.entrySet().stream()
                                    .noneMatch(
                                        library ->
                                            it.startsWith(library.getKey())
                                                && library.getValue().contains(inPackage(source))))
                        .map(it -> source + " uses " + it))
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void hasShortFiles() {
    assertThat(sources().filter(it -> read(it).lines().count() > LONGEST_FILE)).isEmpty();
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(it -> it.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inPackage(Path source) {
    return ROOT.relativize(source).getName(0).toString();
  }

  private static Stream<String> imports(Path source) {
    return IMPORT.matcher(read(source)).results().map(it -> it.group(1));
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
