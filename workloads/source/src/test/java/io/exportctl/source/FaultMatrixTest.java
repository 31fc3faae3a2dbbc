package io.exportctl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds faults of the table in {@code docs/source.md} that no test names, and the reverse. */
class FaultMatrixTest {

  private static final Path DOCUMENT = Path.of("..", "..", "docs", "source.md");
  private static final Pattern ROW = Pattern.compile("^\\| (S\\d+) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("@DisplayName\\(\\s*\"((?:S\\d+, )*S\\d+):");

  @Test
  void hasATestForEachFault() throws IOException {
    Set<String> faults =
        ROW.matcher(Files.readString(DOCUMENT))
            .results()
            .map(it -> it.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(faults).isNotEmpty();
    assertThat(named()).isEqualTo(faults);
  }

  private static Set<String> named() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      return files
          .filter(it -> it.toString().endsWith(".java"))
          .map(FaultMatrixTest::read)
          .flatMap(it -> NAME.matcher(it).results())
          .flatMap(it -> Stream.of(it.group(1).split(", ", -1)))
          .collect(Collectors.toCollection(TreeSet::new));
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
