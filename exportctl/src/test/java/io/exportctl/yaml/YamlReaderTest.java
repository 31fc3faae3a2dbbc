package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static final int FAR = 40_000;

  @Test
  void placesKeysAndValuesAtTheirFirstCharacter() {
    YamlDocument document = YamlReading.of("a: one\nbb:\n  - two\n  - c: {d: 3}\n");

    YamlNode.Mapping root = document.mapping().orElseThrow();
    YamlNode.Sequence list = (YamlNode.Sequence) root.get("bb").orElseThrow();
    YamlNode.Mapping last = (YamlNode.Mapping) list.items().get(1);
    assertThat(root.entry("a").orElseThrow().key().span()).isEqualTo(new Span(1, 1, 1));
    assertThat(root.get("a").orElseThrow().span()).isEqualTo(new Span(1, 4, 3));
    assertThat(root.entry("bb").orElseThrow().key().span()).isEqualTo(new Span(2, 1, 2));
    assertThat(list.span()).isEqualTo(new Span(3, 3, 4, 6));
    assertThat(list.items().get(0).span()).isEqualTo(new Span(3, 5, 3));
    assertThat(last.span()).isEqualTo(new Span(4, 5, 1));
    assertThat(last.get("c").orElseThrow().span()).isEqualTo(new Span(4, 9, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void countsEveryLineBreakOnce(String lineBreak) {
    YamlDocument document = YamlReading.of("a: 1" + lineBreak + lineBreak + "b: 2" + lineBreak);

    assertThat(document.mapping().orElseThrow().get("b").orElseThrow().span())
        .isEqualTo(new Span(3, 4, 1));
    assertThat(document.lines()).containsExactly("a: 1", "", "b: 2", "");
  }

  @Test
  void countsColumnsInCodePoints() {
    YamlDocument document = YamlReading.of("a: [😀😀, 日本, e\u0301, z]");

    YamlNode.Sequence list = (YamlNode.Sequence) document.mapping().orElseThrow().get("a").get();
    assertThat(list.items().stream().map(YamlNode::span))
        .containsExactly(
            new Span(1, 5, 2), new Span(1, 9, 2), new Span(1, 13, 2), new Span(1, 17, 1));
  }

  @Test
  void measuresWhatIsInQuotesWithThem() {
    YamlDocument document = YamlReading.of("a: \"b\\n\"\nc: 'it''s'\n");

    assertThat(document.text("a").orElseThrow().span()).isEqualTo(new Span(1, 4, 5));
    assertThat(document.text("a").orElseThrow().text()).isEqualTo("b\n");
    assertThat(document.text("c").orElseThrow().span()).isEqualTo(new Span(2, 4, 7));
    assertThat(document.text("c").orElseThrow().text()).isEqualTo("it's");
  }

  @Test
  void placesTextOfSeveralLinesAtItsFirst() {
    YamlDocument document = YamlReading.of("a: >-\n  b\n  c\nd: e\n  f\n");

    assertThat(document.text("a").orElseThrow().span()).isEqualTo(new Span(1, 4, 4, 1));
    assertThat(document.text("d").orElseThrow().span()).isEqualTo(new Span(4, 4, 5, 4));
    assertThat(document.text("d").orElseThrow().text()).isEqualTo("e f");
  }

  @Test
  void givesTextsOfListAndOfSingleTextAlike() {
    YamlDocument document = YamlReading.of("a: one\nb: [one, 2, two]\nc: 3\n");

    assertThat(texts(document, "a")).containsExactly("one");
    assertThat(texts(document, "b")).containsExactly("one", "two");
    assertThat(texts(document, "c")).isEmpty();
    assertThat(texts(document, "d")).isEmpty();
  }

  @Test
  void keepsTheFirstOfKeysThatStandTwice() {
    YamlDocument document = YamlReading.of("a: 1\na: 2\nb: {c: 3, c: 4}\n");

    assertThat(YamlReading.problems(document)).isEqualTo("2:1 duplicate-key\n3:11 duplicate-key");
    assertThat(document.mapping().orElseThrow().entries()).hasSize(2);
    assertThat(document.mapping().orElseThrow().get("a").orElseThrow())
        .isEqualTo(new YamlNode.Scalar(new Span(1, 4, 1), "1", true));
  }

  @Test
  void knowsPlacesThatAreFarOnOrWide() {
    String far = "\n".repeat(FAR);
    String wide = "x".repeat(FAR);

    assertThat(spanOfA(far + "a: b")).isEqualTo(new Span(FAR + 1, 4, 1));
    assertThat(spanOfA("a: " + wide)).isEqualTo(new Span(1, 4, FAR));
    assertThat(spanOfA("a: b\n  c")).isEqualTo(new Span(1, 4, 2, 4));
  }

  private static Span spanOfA(String text) {
    return YamlReading.of(text).text("a").orElseThrow().span();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\u0085", "\u2028", "\u2029"})
  void refusesWhatOnlySomeTakeForLineBreaks(String lineBreak) {
    YamlDocument document = YamlReading.of("a: 1" + lineBreak + "b: 2\n");

    assertThat(YamlReading.problems(document)).isEqualTo("1:5 control-character");
  }

  @Test
  void reportsByteOrderMarkAndReadsOn() {
    YamlDocument document = YamlReading.of("\uFEFFa: [1");

    assertThat(YamlReading.problems(document)).isEqualTo("0:0 byte-order-mark\n1:4 yaml-syntax");
  }

  @Test
  void saysWhichByteIsNotUtf8() {
    byte[] latin = "a: b\nné: x\n".getBytes(StandardCharsets.ISO_8859_1);

    Diagnostic problem = YamlReader.read("x.yaml", latin).problems().get(0);

    assertThat(problem.location().toString()).isEqualTo("x.yaml:2:2");
    assertThat(problem.location().source()).isEqualTo("n\uFFFD");
    assertThat(problem.message()).isEqualTo("byte 0xE9 is not UTF-8, expected text in UTF-8");
  }

  @Test
  void takesFileOfTheLargestSizeAndRefusesOneByteMore() {
    byte[] bytes =
        ("#".repeat(YamlReader.LARGEST_FILE - 5) + "\na: 1").getBytes(StandardCharsets.UTF_8);
    byte[] more = new byte[YamlReader.LARGEST_FILE + 1];

    assertThat(YamlReader.read("x.yaml", bytes).problems()).isEmpty();
    assertThat(YamlReader.read("x.yaml", more).problems())
        .extracting(Diagnostic::rule)
        .containsExactly(RuleId.FILE_TOO_LARGE);
    assertThat(YamlReader.read("x.yaml", more).problems())
        .extracting(Diagnostic::message)
        .containsExactly("the file is larger than 64 KiB, expected a few lines of YAML");
  }

  @Test
  void refusesWhatIsNestedDeeperThanSixteenLevels() {
    String fits = "[".repeat(15) + "x" + "]".repeat(15);
    String tooDeep = "[".repeat(16) + "x" + "]".repeat(16);

    assertThat(YamlReading.of(fits).problems()).isEmpty();
    assertThat(YamlReading.problems(YamlReading.of(tooDeep))).isEqualTo("1:17 nesting-too-deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# x", "---", "--- # x\n...", "~", "null"})
  void saysThatNothingIsInIt(String text) {
    YamlDocument document = YamlReading.of(text);

    assertThat(YamlReading.problems(document)).isEqualTo("0:0 empty-file");
    assertThat(document.root()).isEmpty();
  }

  /** What a reviewer cannot see, and what reorders what they see. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\u001B", "\u007F", "\u0080", "\u00AD", "\u200B", "\u200E", "\u202E",
        "\u2066", "\uFEFF", "\uFFFE"
      })
  void refusesInvisibleCharacters(String character) {
    assertThat(YamlReading.problems(YamlReading.of("a: b\nc: d # e" + character)))
        .isEqualTo("2:9 control-character");
  }

  @Test
  void takesJoinersThatSomeScriptsNeed() {
    assertThat(YamlReading.of("a: \uD83D\uDC69\u200D\uD83D\uDD2C\nb: می\u200Cخواهم").problems())
        .isEmpty();
  }

  private static List<String> texts(YamlDocument document, String key) {
    return document.texts(key).stream().map(YamlNode.Scalar::text).toList();
  }
}
