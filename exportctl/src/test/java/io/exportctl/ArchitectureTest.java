package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.dataset.DatasetKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources against the picture of the packages in {@code docs/architecture.md}. */
class ArchitectureTest {

  private static final Path ROOT = Path.of("src", "main", "java", "io", "exportctl");

  /** What each package may use of the others. */
  private static final Map<String, Set<String>> MAY_USE =
      read(
          """
          text:
          diagnostic: text
          yaml: diagnostic text
          dataset: yaml diagnostic text
          workspace: dataset yaml diagnostic text
          git: workspace dataset yaml diagnostic text
          startup: git workspace diagnostic text
          rule: dataset yaml diagnostic text
          kind: rule workspace dataset yaml diagnostic text
          schema: workspace dataset yaml diagnostic text
          validate: schema kind rule workspace dataset yaml diagnostic text
          fix: validate schema kind workspace dataset yaml diagnostic text
          migrate: fix validate schema kind workspace dataset yaml diagnostic text
          render: kind workspace dataset yaml diagnostic text
          scaffold: render validate schema kind workspace dataset yaml diagnostic text
          report: validate workspace dataset yaml diagnostic text
          register: report kind workspace dataset yaml diagnostic text
          review: register report git kind workspace dataset yaml diagnostic text
          aws: dataset yaml diagnostic text
          operate: aws register kind workspace dataset yaml diagnostic text
          handshake: render kind dataset yaml diagnostic text
          site: handshake register git render rule workspace dataset yaml diagnostic text
          doctor: startup git render validate schema workspace dataset yaml diagnostic text
          cli: operate aws review doctor site startup git handshake migrate scaffold register report fix render validate schema kind workspace dataset yaml diagnostic text
          """);

  /** The one package that each library is used in. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "org.yaml.snakeyaml", "yaml",
          "org.everit", "schema",
          "org.json", "schema",
          "com.google.re2j", "schema",
          "freemarker", "render",
          "com.github.difflib", "render",
          "com.fasterxml.jackson", "text",
          "javax.xml", "text",
          "picocli", "cli",
          "software.amazon.awssdk", "aws");

  private static final Pattern IMPORT = Pattern.compile("import (?:static )?([\\w.]+);");
  private static final Pattern OURS = Pattern.compile("^io\\.exportctl\\.(\\w+)\\.");
  private static final List<String> NAMELESS =
      List.of("Util", "Utils", "Helper", "Manager", "Base", "Impl");
  private static final int LONGEST_FILE = 200;

  /** One source file. */
  private record Source(Path path, String text) {

    String inPackage() {
      return ROOT.relativize(path).getName(0).toString();
    }

    String name() {
      return path.getFileName().toString().replace(".java", "");
    }

    Stream<String> imports() {
      return IMPORT.matcher(text).results().map(found -> found.group(1));
    }

    @Override
    public String toString() {
      return ROOT.relativize(path).toString().replace('\\', '/');
    }
  }

  @Test
  void usesPackagesOnlyInTheDirectionOfThePicture() {
    List<String> against =
        sources()
            .flatMap(
                source ->
                    source
                        .imports()
                        .flatMap(used -> OURS.matcher(used).results())
                        .map(found -> found.group(1))
                        .filter(used -> !used.equals(source.inPackage()))
                        .filter(used -> !mayUse(source).contains(used))
                        .map(used -> source + " uses " + used + ", which is not below it"))
            .distinct()
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void drawsEveryPackage() {
    Set<String> packages = new TreeSet<>(sources().map(Source::inPackage).toList());

    assertThat(MAY_USE.keySet()).containsAll(packages);
  }

  @Test
  void usesEachLibraryInOnePackage() {
    List<String> against =
        sources()
            .flatMap(
                source ->
                    source
                        .imports()
                        .filter(used -> !used.startsWith("io.exportctl.") && !isJava(used))
                        .filter(used -> !owner(used).equals(Optional.of(source.inPackage())))
                        .map(
                            used ->
                                source
                                    + " uses "
                                    + used
                                    + ", kept to "
                                    + owner(used).orElse("nobody")))
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void callsNothingByNamesThatSayNothing() {
    List<String> against =
        sources()
            .filter(source -> NAMELESS.stream().anyMatch(source.name()::endsWith))
            .map(source -> source + " has a name that does not say what it is")
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void keepsFilesShort() {
    List<String> against =
        sources()
            .filter(source -> source.text().lines().count() > LONGEST_FILE)
            .map(source -> source + " has " + source.text().lines().count() + " lines")
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void namesAKindInItsOwnPackageOnly() {
    List<String> against =
        sources()
            .flatMap(
                source ->
                    Arrays.stream(DatasetKind.values())
                        .filter(kind -> !isAllowedToName(source, kind))
                        .filter(kind -> source.text().contains("DatasetKind." + kind.name()))
                        .map(kind -> source + " names DatasetKind." + kind.name()))
            .toList();

    assertThat(against).isEmpty();
  }

  private static boolean isAllowedToName(Source source, DatasetKind kind) {
    return source.toString().startsWith("kind/" + kind.id() + "/");
  }

  private static Map<String, Set<String>> read(String picture) {
    return picture
        .lines()
        .map(line -> line.split(":\\s*", 2))
        .collect(Collectors.toMap(line -> line[0], line -> Set.of(line[1].split(" ", -1))));
  }

  private static Set<String> mayUse(Source source) {
    return MAY_USE.getOrDefault(source.inPackage(), Set.of());
  }

  private static boolean isJava(String used) {
    return used.startsWith("java.");
  }

  private static Optional<String> owner(String used) {
    return LIBRARIES.entrySet().stream()
        .filter(library -> used.startsWith(library.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Stream<Source> sources() {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .map(ArchitectureTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path path) {
    try {
      return new Source(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
