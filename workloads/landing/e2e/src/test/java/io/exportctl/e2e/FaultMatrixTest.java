package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds faults of the table in {@code docs/landing.md} that no test names. */
class FaultMatrixTest {

  private static final Path ROOT = ExampleWorkspace.REPOSITORY;

  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE);

  /** A display name that begins with numbers, or a comment of a test of a module. */
  private static final Pattern NAMED =
      Pattern.compile(
          "@DisplayName\\(\\s*\"((?:\\d+, )*\\d+):|name = \"((?:\\d+, )*\\d+):"
              + "|Row (\\d+) of the fault matrix");

  @Test
  void hasATestForEachFault() throws IOException {
    Set<Integer> named = new TreeSet<>();
    for (String folder :
        new String[] {
          "workloads/landing",
          "terraform/modules/landing",
          "exportctl/src/test/java/io/exportctl/handshake"
        }) {
      numbers(ROOT.resolve(folder)).forEach(named::add);
    }
    Set<Integer> faults = new TreeSet<>();
    String document = Files.readString(ROOT.resolve("docs/landing.md"));
    ROW.matcher(document.substring(document.indexOf("\n## Faults")))
        .results()
        .forEach(row -> faults.add(Integer.valueOf(row.group(1))));

    assertThat(faults).hasSize(40);
    assertThat(named).containsAll(faults);
  }

  private static Stream<Integer> numbers(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*/(src/test|tests)/.*\\.(java|hcl)"))
          .map(FaultMatrixTest::read)
          .flatMap(text -> NAMED.matcher(text).results())
          .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
          .filter(group -> group != null)
          .flatMap(group -> Arrays.stream(group.split(", ", -1)))
          .map(Integer::valueOf)
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
