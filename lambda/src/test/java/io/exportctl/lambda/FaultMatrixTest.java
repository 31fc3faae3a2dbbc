package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every fault that the mover is to survive has a test that bears its number, such as {@code "7:
 * ..."} or {@code "4, 5: ..."}, in this module or where this says.
 */
class FaultMatrixTest {

  private static final int FAULTS = 33;

  /** Tests of the other module, which render, deploy and ask who may do what. */
  private static final Map<Integer, Path> ELSEWHERE =
      Map.of(31, Path.of("..", "exportctl", "src", "test", "resources", "e2e", "policies"));

  private static final Pattern NUMBERS =
      Pattern.compile("(?:@DisplayName\\(|name =\\s+)\"(\\d+(?:, \\d+)*): ");

  @Test
  void everyFaultHasATest() {
    Set<Integer> tested =
        sources()
            .flatMapToInt(FaultMatrixTest::numbersIn)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    tested.addAll(ELSEWHERE.keySet());

    assertThat(tested).containsExactlyElementsOf(IntStream.rangeClosed(1, FAULTS).boxed().toList());
    assertThat(ELSEWHERE.values()).allMatch(Files::exists);
  }

  private static IntStream numbersIn(String source) {
    return NUMBERS
        .matcher(source)
        .results()
        .flatMap(found -> Arrays.stream(found.group(1).split(", ", -1)))
        .mapToInt(Integer::parseInt);
  }

  private static Stream<String> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      return files
          .filter(it -> it.toString().endsWith("Test.java") || it.toString().endsWith("IT.java"))
          .map(FaultMatrixTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
