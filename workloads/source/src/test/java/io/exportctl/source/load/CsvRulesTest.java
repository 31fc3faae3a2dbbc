package io.exportctl.source.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.ConfigReader;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files and the findings about them: {@code c04-tie.csv} with {@code c04-tie.out}, for rule C4, and
 * optionally {@code c04-tie.yaml} with keys of a source. {@code -Dgoldens=update} rewrites them.
 */
@DisplayName("S20: the rules of CSV")
class CsvRulesTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "csv");
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "source.md");
  private static final Pattern RULE = Pattern.compile("^\\| (C[0-9]+) \\|", Pattern.MULTILINE);
  private static final LocalDate DATE = LocalDate.of(2024, 1, 31);

  @TempDir Path folder;

  static Stream<String> cases() throws IOException {
    return names(".csv").stream();
  }

  private static Set<String> names(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(ending))
          .map(it -> it.substring(0, it.length() - ending.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsWhatItFindsInAFile(String name) throws IOException {
    String found = findings(name);
    Path expected = FOLDER.resolve(name + ".out");
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(expected, found);
    }

    assertThat(found).isEqualTo(Files.readString(expected));
  }

  private String findings(String name) throws IOException {
    Path keys = FOLDER.resolve(name + ".yaml");
    SourceConfig config = config(Files.exists(keys) ? Files.readString(keys) : "");
    try {
      List<Trial> trials =
          Trial.of(config, FOLDER.resolve(name + ".csv"), name, Optional.of(DATE), folder);
      return trials.stream().map(Trial::text).collect(Collectors.joining("---\n"));
    } catch (StoreException e) {
      return "refused, " + e.fault().code() + ": " + Printable.lines(e.getMessage()) + "\n";
    }
  }

  private static SourceConfig config(String keys) {
    ConfigReader.Reading reading =
        ConfigReader.read("case.yaml", "name: x\nschema: a.b\nupload: {by: [x]}\n" + keys);
    assertThat(reading.problems()).isEmpty();
    return reading.config().orElseThrow();
  }

  @Test
  void hasAFileForEachRuleOfTheDocument() throws IOException {
    Set<String> rules =
        RULE.matcher(Files.readString(DOCUMENT))
            .results()
            .map(it -> it.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> cases =
        names(".csv").stream()
            .filter(it -> it.matches("c[0-9]{2}-.*"))
            .map(it -> "C" + Integer.parseInt(it.substring(1, 3)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(rules).hasSize(24);
    assertThat(cases).isEqualTo(rules);
  }

  @Test
  void hasAFileForEachExpectation() throws IOException {
    assertThat(names(".out")).isEqualTo(names(".csv"));
    assertThat(names(".csv")).containsAll(names(".yaml"));
  }
}
