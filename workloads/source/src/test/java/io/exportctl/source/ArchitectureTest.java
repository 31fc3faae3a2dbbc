package io.exportctl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the packages in one direction, each library in one package, and files short. */
class ArchitectureTest {

  private static final Path ROOT = Path.of("src", "main", "java", "io", "exportctl", "source");

  /** Packages that each package may use. */
  private static final Map<String, Set<String>> MAY_USE =
      read(
          """
          fault:
          text:
          archive: fault
          csv: fault
          database: fault
          objects:
          hawk:
          ops: text fault
          fetch: load catalogue archive database objects text fault
          notify: hawk catalogue database ops text fault
          tasks: fetch load catalogue database ops fault
          catalogue: csv objects text fault
          clients: hawk database fault
          load: catalogue csv archive objects database text fault
          upload: load catalogue csv archive objects database text fault
          web: upload load clients hawk catalogue database text fault
          cli: web upload tasks fetch notify ops load clients hawk catalogue csv objects database text fault
          """);

  /** The packages that each library is used in. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.yaml.snakeyaml", Set.of("catalogue")),
          Map.entry("com.google.re2j", Set.of("catalogue")),
          Map.entry("de.siegmar.fastcsv", Set.of("csv")),
          Map.entry("com.github.kagkarlsson.scheduler", Set.of("tasks")),
          Map.entry("com.fasterxml.jackson", Set.of("text")),
          Map.entry("org.apache.commons.compress", Set.of("archive")),
          Map.entry("com.zaxxer.hikari", Set.of("database")),
          Map.entry("org.flywaydb", Set.of("database")),
          Map.entry("org.jdbi", Set.of("database")),
          Map.entry("org.postgresql", Set.of("load")),
          Map.entry("org.apache.hc", Set.of("fetch")),
          Map.entry("org.jsoup", Set.of("fetch")),
          Map.entry("javax.net.ssl", Set.of("fetch")),
          Map.entry("javax.sql", Set.of("database")),
          Map.entry("javax.crypto", Set.of("hawk", "clients")),
          Map.entry("com.nimbusds", Set.of("web")),
          Map.entry("freemarker", Set.of("web")),
          Map.entry("io.zonky", Set.of("cli")),
          Map.entry("io.javalin", Set.of("web")),
          Map.entry("jakarta.servlet", Set.of("web")),
          Map.entry("org.eclipse.jetty", Set.of("web")),
          Map.entry("software.amazon.awssdk", Set.of("objects", "database", "cli")),
          Map.entry("picocli", Set.of("cli")));

  private static final Pattern IMPORT = Pattern.compile("import (?:static )?([\\w.]+);");
  private static final Pattern OURS = Pattern.compile("^io\\.exportctl\\.source\\.(\\w+)\\.");
  private static final int LONGEST_FILE = 200;

  /** A source file. */
  private record Source(Path path, String text) {

    String inPackage() {
      return ROOT.relativize(path).getName(0).toString();
    }

    Stream<String> imports() {
      return IMPORT.matcher(text).results().map(found -> found.group(1));
    }
  }

  @Test
  void usesPackagesInOneDirection() {
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
                        .map(used -> source.path() + " uses " + used))
            .distinct()
            .toList();

    assertThat(against).isEmpty();
    assertThat(MAY_USE.keySet())
        .isEqualTo(new TreeSet<>(sources().map(Source::inPackage).toList()));
  }

  @Test
  void usesEachLibraryInItsPackages() {
    List<String> against =
        sources()
            .flatMap(
                source ->
                    source
                        .imports()
                        .filter(used -> !used.matches("(io\\.exportctl|java)\\..*"))
                        .filter(used -> !owners(used).contains(source.inPackage()))
                        .map(used -> source.path() + " uses " + used))
            .toList();

    assertThat(against).isEmpty();
  }

  @Test
  void keepsFilesShort() {
    List<String> against =
        sources()
            .filter(source -> source.text().lines().count() > LONGEST_FILE)
            .map(source -> source.path() + " has " + source.text().lines().count() + " lines")
            .toList();

    assertThat(against).isEmpty();
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

  private static Set<String> owners(String used) {
    Optional<Set<String>> owners =
        LIBRARIES.entrySet().stream()
            .filter(library -> used.startsWith(library.getKey() + "."))
            .map(Map.Entry::getValue)
            .findFirst();
    return owners.orElse(Set.of());
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
