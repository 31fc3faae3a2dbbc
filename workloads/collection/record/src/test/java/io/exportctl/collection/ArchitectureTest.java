package io.exportctl.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources against the packages of docs/collection.md. */
class ArchitectureTest {

  private static final Path ROOT = Path.of("src", "main", "java", "io", "exportctl", "collection");

  /** Packages that each may use of the others. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.of("json", Set.of(), "key", Set.of("json"), "record", Set.of("key", "json"));

  /** Packages that may use each library: the envelope is read token by token, in record. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "com.fasterxml.jackson", Set.of("json", "record"),
          "com.github.benmanes.caffeine", Set.of("key"),
          "software.amazon.awssdk", Set.of("key"),
          "javax.crypto", Set.of("key", "record"),
          "javax.net", Set.of("key"));

  private static final Pattern IMPORT = Pattern.compile("import (?:static )?([\\w.]+);");
  private static final Pattern OURS = Pattern.compile("^io\\.exportctl\\.collection\\.(\\w+)\\..*");
  private static final int LONGEST_FILE = 200;

  @Test
  void usesPackagesInOneDirection() {
    assertThat(uses(OURS.asPredicate()))
        .allMatch(
            it -> {
              String used = OURS.matcher(it.name()).replaceAll("$1");
              return used.equals(it.source()) || MAY_USE.get(it.source()).contains(used);
            });
    assertThat(sources().map(ArchitectureTest::inPackage)).allMatch(MAY_USE::containsKey);
  }

  @Test
  void usesEachLibraryWhereItBelongs() {
    assertThat(uses(it -> !it.startsWith("java.") && !OURS.matcher(it).matches()))
        .isNotEmpty()
        .allMatch(
            it ->
                LIBRARIES.entrySet().stream()
                    .anyMatch(
                        library ->
                            it.name().startsWith(library.getKey())
                                && library.getValue().contains(it.source())));
  }

  @Test
  void keepsFilesShort() {
    assertThat(sources()).allMatch(it -> read(it).lines().count() <= LONGEST_FILE);
  }

  /** An import of a source's package. */
  private record Use(String source, String name) {}

  private static List<Use> uses(Predicate<String> filter) {
    return sources()
        .flatMap(
            source ->
                IMPORT
                    .matcher(read(source))
                    .results()
                    .map(found -> new Use(inPackage(source), found.group(1))))
        .filter(it -> filter.test(it.name()))
        .toList();
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

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
