package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.agreement.Mutation;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The reader for plain files gives the same nodes, places, comments and lines as {@link YamlReader}
 * for each file that it accepts. {@code -Dplain.seeds=10000000} tries more random files.
 */
class DatasetYamlReaderTest {

  private static final int SEEDS = Integer.getInteger("plain.seeds", 2_000);

  /** Pieces of lines, more of those that the reader takes. */
  private static final String[] PIECES = {
    "a: b\n",
    "name: new_project\n",
    "b:\n",
    "  - c\n",
    "- d\n",
    "  e: f\n",
    "    - g\n",
    "\n",
    "  \n",
    "# h\n",
    "  # i\n",
    " ",
    "  ",
    ":",
    ": ",
    "-",
    "- ",
    "#",
    " # j",
    "'",
    "\"",
    "'k'",
    "\"l m\"",
    "n",
    "null",
    "true",
    "12",
    "1e3",
    "~",
    "[",
    "{",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "\\",
    "?",
    "? ",
    ",",
    "<<",
    "=",
    "---\n",
    "...\n",
    "\t",
    "\r\n",
    "\u00E9",
    "o: # p\n",
    "q: 'r' # s\n",
    "t: \"u\"#v\n",
    "w:x\n",
    "y : z\n",
    "a-b: c\n",
    "a--1-: c\n",
    "1: 2\n",
    "true: false\n"
  };

  @Test
  void readsFilesOfTestsAlike() throws IOException {
    for (Path folder :
        List.of(Goldens.resources(), ExampleWorkspace.REPOSITORY.resolve("datasets"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(DatasetYamlReaderTest::isYaml).toList()) {
          assertIsReadAlike(file.toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  @Test
  void takesWhatPeopleWrite() throws IOException {
    try (Stream<Path> files = Files.walk(ExampleWorkspace.REPOSITORY.resolve("datasets"))) {
      for (Path file : files.filter(DatasetYamlReaderTest::isYaml).toList()) {
        // Lists of keys, as those of columns, are left to the fallback.
        boolean isSimple = !Files.readString(file).matches("(?s).*\n  - (name: |\\{).*");
        assertThat(DatasetYamlReader.read("x.yaml", Files.readAllBytes(file)).isPresent())
            .as("%s", file)
            .isEqualTo(isSimple);
      }
    }
  }

  @Test
  void readsMutatedFilesAlike() {
    long plain =
        Stream.iterate(0, seed -> seed + 1)
            .limit(SEEDS)
            .filter(seed -> assertIsReadAlike("seed " + seed, Mutation.of(seed).bytes()))
            .count();

    assertThat(plain).isGreaterThan(SEEDS / 20);
  }

  @Test
  void readsPiecesInAnyOrderAlike() {
    long plain =
        Stream.iterate(0, seed -> seed + 1)
            .limit(5L * SEEDS)
            .filter(
                seed ->
                    assertIsReadAlike(
                        "seed " + seed, pieces(new Random(seed)).getBytes(StandardCharsets.UTF_8)))
            .count();

    assertThat(plain).isGreaterThan(SEEDS / 20);
  }

  private static boolean isYaml(Path path) {
    return path.toString().endsWith(".yaml") && Files.isRegularFile(path);
  }

  private static String pieces(Random random) {
    return Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
        .limit(1 + random.nextInt(8))
        .collect(Collectors.joining());
  }

  /** Whether the file is plain. */
  private static boolean assertIsReadAlike(String name, byte[] bytes) {
    Optional<YamlDocument> plain = DatasetYamlReader.read("x.yaml", bytes);

    plain.ifPresent(
        document -> {
          YamlDocument expected = YamlReader.readAny("x.yaml", bytes);
          assertThat(document).as(name).isEqualTo(expected);
          assertThat(document.hashCode()).isEqualTo(expected.hashCode());
        });
    return plain.isPresent();
  }
}
