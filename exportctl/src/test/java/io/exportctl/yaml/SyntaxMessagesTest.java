package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Breaks fixtures in 500 ways. A line that begins with a stray colon, for example, makes SnakeYAML
 * report "mapping values are not allowed here", which must not reach a user.
 */
class SyntaxMessagesTest {

  private static final int CASES = 500;

  /** Characters with a meaning in YAML, or ones that people paste. */
  private static final List<String> INSERTED =
      List.of(
          ":",
          " : ",
          "- ",
          "-",
          "  ",
          "\t",
          "\n",
          "\n  ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "#",
          "&",
          "*",
          "!",
          "|",
          ">",
          "%",
          "@",
          "`",
          "?",
          "? ",
          "\\",
          "```\n",
          "–",
          "•",
          "“",
          "\u00A0",
          "：",
          "---",
          "...",
          "<<",
          "%YAML 3.0\n",
          "!<",
          "&a ",
          "*a",
          "[x](https://y)");

  /** Phrases of SnakeYAML 2's scanner, parser and reader. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "<(block|scalar|stream|document|flow|alias|key|value)|found '|but (found|got)"
              + "|while (scanning|parsing|constructing)|mapping values|simple key|could not find"
              + "|cannot start|are not allowed|did not find|found (character|unexpected|unknown"
              + "|undefined|incompatible|extra|duplicate|invalid|some)|alphabetic or numeric"
              + "|chomping|URI|org\\.yaml|Exception|\\bin 'reader'|end of stream|special characters",
          Pattern.CASE_INSENSITIVE);

  @Test
  void neverShowTheParsersOwnWords() throws IOException {
    List<Diagnostic> found = brokenFiles().stream().flatMap(SyntaxMessagesTest::syntax).toList();

    assertThat(found)
        .hasSizeGreaterThanOrEqualTo(CASES)
        .allSatisfy(
            one ->
                assertThat(one.message() + " " + one.help().orElse(""))
                    .doesNotContainPattern(FOREIGN));
  }

  @Test
  void nameTheMistakeInMostFiles() throws IOException {
    List<String> unnamed =
        brokenFiles().stream()
            .filter(
                text ->
                    YamlReading.of(text).problems().stream()
                        .anyMatch(one -> one.message().startsWith("not readable as YAML")))
            .toList();

    assertThat(unnamed).hasSizeLessThan(CASES / 10);
  }

  private static Stream<Diagnostic> syntax(String text) {
    YamlDocument document = YamlReading.of(text);
    return Stream.concat(document.problems().stream(), document.alternatives().stream())
        .filter(one -> one.rule() == RuleId.YAML_SYNTAX);
  }

  /** Returns different texts, each with a fault of syntax. */
  private static List<String> brokenFiles() throws IOException {
    List<String> valid = new ArrayList<>();
    Path folder = Goldens.resources().resolve("validate/push");
    for (String name : Folders.names(folder, ".yaml")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name + ".yaml"));
      if (YamlReader.read(name, bytes).root().isPresent() && bytes.length < 1000) {
        valid.add(Files.readString(folder.resolve(name + ".yaml")));
      }
    }
    Random random = new Random(20270115);
    Set<String> broken = new LinkedHashSet<>();
    while (broken.size() < CASES) {
      String text = mutated(valid.get(random.nextInt(valid.size())), random);
      if (syntax(text).findAny().isPresent()) {
        broken.add(text);
      }
    }
    return List.copyOf(broken);
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> mutated.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
      case 1 -> mutated.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      default -> mutated.insert(text.lastIndexOf('\n', at) + 1, " ".repeat(1 + random.nextInt(4)));
    }
    return mutated.toString();
  }
}
