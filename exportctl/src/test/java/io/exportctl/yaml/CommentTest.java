package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommentTest {

  /** Values with {@code #} in them that begins no comment; {@code ~} stands for the indentation. */
  private static final List<String> VALUES =
      List.of(
          "plain",
          "plain#not",
          "several words\n~  on#not\n~  lines",
          "'single # not'",
          "'it''s # not'",
          "'over\n~  # not\n~  lines'",
          "\"double # not\"",
          "\"escaped \\\" # not\"",
          "\"over \\\n~  # not\"",
          "'担当 🏛 # not'",
          "[a, 'b # not', \"c # not\"]",
          "{a: 'b # not', 'c # not': d}",
          "");

  private static final List<String> BLOCKS =
      List.of("|", ">", "|-", ">+", "|2-", "| # yes", ">-  # yes");

  @Test
  void saysWhereAndWhat() {
    assertThat(comments("a: 🏛 \t#  b # c \r\n  # alone"))
        .containsExactly(
            new Comment(new Span(1, 7, 9), "b # c", false),
            new Comment(new Span(2, 3, 7), "alone", true));
  }

  @Test
  void findsNoneInFileThatIsNoYaml() {
    assertThat(comments("a: 'b # c")).isEmpty();
    assertThat(comments("# nothing else")).isEmpty();
  }

  @Test
  void findsNoneInSecondValueOfDuplicateKey() {
    assertThat(comments("a: 1\na: 'b # c'\n")).isEmpty();
  }

  static List<Integer> seeds() {
    return IntStream.range(0, 300).boxed().toList();
  }

  /** Whatever stands around them: each comment says "yes", and nothing else does. */
  @ParameterizedTest
  @MethodSource("seeds")
  void findsCommentsAmongAnyValues(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int key = 0; key < 8; key++) {
      text.append(random.nextInt(3) == 0 ? "# yes\n" : "");
      text.append("key").append(key).append(": ");
      if (random.nextInt(3) == 0) {
        text.append(pick(BLOCKS, random)).append("\n  text # not\n  # not\n\n   # not\n");
        text.append(random.nextBoolean() ? "# yes\n" : "");
      } else if (random.nextInt(3) == 0) {
        text.append("\n  - ").append(value(random, "  ")).append(end(random));
        text.append(random.nextBoolean() ? "\n  # yes" : "");
        text.append("\n  - ").append(value(random, "  ")).append(end(random)).append("\n");
      } else {
        text.append(value(random, "")).append(end(random)).append("\n");
      }
    }
    String source = random.nextBoolean() ? text.toString().replace("\n", "\r\n") : text.toString();
    YamlDocument document = YamlReading.of(source);

    assertThat(document.problems()).as(source).isEmpty();
    List<String> expected = new ArrayList<>();
    for (int line = 1; line <= document.lines().size(); line++) {
      int at = document.lines().get(line - 1).indexOf("# yes");
      if (at >= 0) {
        expected.add(line + ":" + (document.lines().get(line - 1).codePointCount(0, at) + 1));
      }
    }
    assertThat(document.comments())
        .as(source)
        .allSatisfy(comment -> assertThat(comment.text()).isEqualTo("yes"))
        .extracting(comment -> comment.span().line() + ":" + comment.span().column())
        .isEqualTo(expected);
  }

  private static String value(Random random, String indent) {
    return pick(VALUES, random).replace("~", indent);
  }

  private static String end(Random random) {
    return pick(List.of("", " # yes", "   # yes"), random);
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<Comment> comments(String text) {
    return YamlReading.of(text).comments();
  }
}
