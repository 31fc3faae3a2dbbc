package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.report.TextPrinter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is in a file, reading it gives nodes or a problem at a place that exists. */
class YamlReaderPropertyTest {

  private static final String VALID =
      """
      # A comment.
      name: new_project
      bucket: "target-bucket-name"
      users:
        - alpha_user_one
        - 'alpha_user_two'
      paperwork: [https://example.org/a, {b: c}]
      keep_files: true
      notes: |
        text
      """;

  /** What has a meaning somewhere in YAML, or is read as more than one byte. */
  private static final String[] FRAGMENTS = {
    "\n",
    "\r",
    "\t",
    " ",
    "  ",
    ":",
    ": ",
    "- ",
    "-",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    " #",
    "&a ",
    "*a",
    "!",
    "!!str ",
    "|",
    ">-",
    "'",
    "\"",
    "\\",
    "\\x",
    "\\U",
    "FFFFFFFF",
    "\\u12",
    "%",
    "%YAML 1.1\n",
    "@",
    "`",
    "---\n",
    "...\n",
    "<<: ",
    "~",
    "null",
    "0x1",
    "\u0000",
    "\uFEFF",
    "\u0085",
    "\u2028",
    "\u00A0",
    "\u202E",
    "é",
    "日本",
    "😀",
    "e\u0301",
    "<<<<<<< a\n",
    "name: x\n"
  };

  @Test
  void readsMutatedYaml() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(VALID);
      for (int mutations = 1 + random.nextInt(4); mutations > 0; mutations--) {
        int start = random.nextInt(text.length());
        int end = Math.min(text.length(), start + random.nextInt(4));
        text.replace(start, end, fragment(random));
      }

      assertIsReadOrRefused(seed, text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void readsFragmentsInAnyOrder() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String text =
          Stream.generate(() -> fragment(random))
              .limit(1 + random.nextInt(30))
              .collect(Collectors.joining());

      assertIsReadOrRefused(seed, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void readsAnyBytes() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);

      assertIsReadOrRefused(seed, bytes);
    }
  }

  private static String fragment(Random random) {
    return FRAGMENTS[random.nextInt(FRAGMENTS.length)];
  }

  private static void assertIsReadOrRefused(int seed, byte[] bytes) {
    YamlDocument document = YamlReader.read("x.yaml", bytes);

    assertThat(document.root().isPresent() || !document.problems().isEmpty())
        .as("seed %d", seed)
        .isTrue();
    for (Diagnostic problem : document.problems()) {
      assertIsAtPlace(document, problem);
      assertThat(problem.help()).isPresent();
      assertThat(problem.message()).hasSizeBetween(1, 100).doesNotContain("\n", "\u001B");
    }
    document.root().ifPresent(root -> assertIsAtPlace(document, root));
    new TextPrinter(new PrintWriter(Writer.nullWriter()), true, true)
        .print(Diagnostics.of(document.problems()));
  }

  private static void assertIsAtPlace(YamlDocument document, Diagnostic problem) {
    if (!problem.location().isWholeFile() && !document.lines().isEmpty()) {
      assertThat(problem.location().line()).isBetween(1, document.lines().size());
      String line = document.lines().get(problem.location().line() - 1);
      assertThat(problem.location().source()).isEqualTo(line);
      assertThat(problem.location().column())
          .isBetween(1, line.codePointCount(0, line.length()) + 1);
    }
  }

  private static void assertIsAtPlace(YamlDocument document, YamlNode node) {
    assertThat(node.span().line()).isBetween(1, document.lines().size());
    assertThat(node.span().column()).isPositive();
    if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> assertIsAtPlace(document, item));
    }
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(entry -> assertIsAtPlace(document, entry.value()));
    }
  }
}
