package io.exportctl.collection.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds faults of the table in {@code docs/collection.md} that no test names. */
class FaultMatrixTest {

  private static final Path ROOT = Path.of("../../..");
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE);
  private static final Pattern NAMED =
      Pattern.compile("(?:@DisplayName\\(\\s*|name\\s*=\\s*)\"(\\d+): ");

  @Test
  void hasATestForEachFault() throws IOException {
    Set<Integer> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("workloads/collection"))) {
      files
          .filter(it -> it.toString().matches(".*/src/test/.*\\.java"))
          .flatMap(it -> NAMED.matcher(read(it)).results())
          .forEach(it -> named.add(Integer.valueOf(it.group(1))));
    }
    Set<Integer> faults = new TreeSet<>();
    String document = read(ROOT.resolve("docs/collection.md"));
    ROW.matcher(document.substring(document.indexOf("\n## Faults")))
        .results()
        .forEach(it -> faults.add(Integer.valueOf(it.group(1))));

    assertThat(faults).hasSize(26);
    assertThat(named).containsAll(faults);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
