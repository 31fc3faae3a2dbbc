package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

  private static final String CHARACTERS =
      "ab1 -_.,:;#'\"\\[]{}<>&*!|%@`?~=/+é日\uD83D\uDE00\t\n\u00A0\u0007";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha_user_one",
        "https://example.org/a?b=c#d",
        "<<bucket>>",
        "example-",
        "2027-03-31"
      })
  void writesPlainWhatIsUnmistakable(String text) {
    assertThat(YamlText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0123", "1:30", "yes", "No", "on", "y", "null", "true", "a, b", "a,b", "a: b", "a #b",
        "- a", "@a", "a:", " a", "~", ".inf", "1_000"
      })
  void putsTheRestInQuotes(String text) {
    assertThat(YamlText.of(text)).isEqualTo('"' + text + '"');
  }

  @Test
  void isReadAsTheSameTextWhereverItStands() {
    Random random = new Random(7);
    int[] points = CHARACTERS.codePoints().toArray();
    for (int i = 0; i < 1000; i++) {
      StringBuilder built = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        built.appendCodePoint(points[random.nextInt(points.length)]);
      }
      String text = built.toString();
      for (String written :
          List.of(YamlText.of(text), YamlText.quoted(text), YamlText.singleQuoted(text))) {
        for (String around : List.of("k: %s", "k: [%s, b]", "k:\n  - %s # c", "%s: v")) {
          YamlDocument document = YamlReading.of(around.replace("%s", written) + "\n");
          assertThat(document.problems()).as(written).isEmpty();
          YamlNode.Entry entry = document.mapping().orElseThrow().entries().get(0);
          YamlNode value =
              entry.value() instanceof YamlNode.Sequence list ? list.items().get(0) : entry.value();
          YamlNode.Scalar read = around.startsWith("%s") ? entry.key() : (YamlNode.Scalar) value;
          assertThat(read.text()).isEqualTo(text);
          assertThat(read.type()).isEqualTo(YamlNode.Type.TEXT);
        }
      }
    }
  }
}
