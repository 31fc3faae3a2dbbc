package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of faults in docs/mover.md agrees with the tests of this module, which have the numbers
 * of faults in their display names: {@code "7: ..."}, {@code "4, 5: ..."} or {@code "6 to 9: ..."}.
 */
class FaultMatrixTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "mover.md");
  private static final Path TESTS = Path.of("src", "test", "java");

  /** Tests of the other module, which render, deploy and simulate policies. */
  private static final Path OTHER_TESTS = Path.of("..", "exportctl", "src", "test", "java");

  /** A row: the number is its first column, the tests are its last. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$");

  private static final Pattern CODE = Pattern.compile("`(\\w+)`");

  private static final Pattern NUMBERS =
      Pattern.compile("(?:@DisplayName\\(|name =\\s+)\"(\\d[\\d, toand]*): ");

  @Test
  void numbersTheFaultsFromOne() {
    assertThat(rows().keySet())
        .isNotEmpty()
        .containsExactlyElementsOf(IntStream.rangeClosed(1, rows().size()).boxed().toList());
  }

  @Test
  void namesForEachFaultTheTestsThatBearItsNumber() {
    Map<Integer, Set<String>> tested = new TreeMap<>();
    sources(TESTS)
        .forEach(
            file ->
                numbersIn(read(file))
                    .forEach(
                        number ->
                            tested
                                .computeIfAbsent(number, it -> new TreeSet<>())
                                .add(className(file))));
    Set<String> others =
        sources(OTHER_TESTS).map(FaultMatrixTest::className).collect(Collectors.toSet());
    Map<Integer, Set<String>> documented = rows();
    documented.values().removeIf(others::containsAll);

    assertThat(tested).isEqualTo(documented);
  }

  @Test
  void readsListsAndRangesOfNumbers() {
    assertThat(numbersIn("@DisplayName(\"4, 6 to 8 and 11: x\")")).containsExactly(4, 6, 7, 8, 11);
    assertThat(numbersIn("@ParameterizedTest(name = \"24: {0}\")")).containsExactly(24);
    assertThat(numbersIn("@DisplayName(\"the mover moves a file\")")).isEmpty();
  }

  /** Test classes by the number of the fault. */
  private static Map<Integer, Set<String>> rows() {
    return ROW.matcher(read(DOCUMENT))
        .results()
        .collect(
            Collectors.toMap(
                row -> Integer.valueOf(row.group(1)),
                row ->
                    CODE.matcher(row.group(2))
                        .results()
                        .map(code -> code.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)),
                (one, other) -> {
                  throw new IllegalStateException("two rows have the same number");
                },
                TreeMap::new));
  }

  private static Set<Integer> numbersIn(String source) {
    Set<Integer> numbers = new TreeSet<>();
    NUMBERS
        .matcher(source)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(", | and ", -1)))
        .forEach(
            text -> {
              String[] ends = text.split(" to ", 2);
              IntStream.rangeClosed(
                      Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                  .forEach(numbers::add);
            });
    return numbers;
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(it -> it.toString().endsWith("Test.java") || it.toString().endsWith("IT.java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
