package io.exportctl.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

  @Test
  void putsTextInQuotesAsItIs() {
    assertThat(Quotation.quote("it's \"x\" \\ ${y} 日本 😀"))
        .isEqualTo("\"it's \"x\" \\ ${y} 日本 😀\"");
  }

  @Test
  void cutsLongTextAtCodePoints() {
    assertThat(Quotation.quote("x".repeat(40))).isEqualTo('"' + "x".repeat(40) + '"');
    assertThat(Quotation.quote("x".repeat(41))).isEqualTo('"' + "x".repeat(39) + "…\"");
    assertThat(Quotation.quote("😀".repeat(41))).isEqualTo('"' + "😀".repeat(39) + "…\"");
    assertThat(Quotation.cut("9".repeat(60))).isEqualTo("9".repeat(39) + "…");
  }

  @Test
  void showsLineBreaksAndTabs() {
    assertThat(Quotation.quote("a\nb\tc")).isEqualTo("\"a\\nb\\tc\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\b", "\u001B", "\r", "\u007F", "\u0085", "\u009B", "\u00AD", "\u200B",
        "\u200E", "\u2028", "\u2029", "\u202E", "\u2066", "\uFEFF", "\uD83D"
      })
  void replacesCharactersThatTerminalsActOn(String dangerous) {
    assertThat(Quotation.printable("a" + dangerous + "b")).isEqualTo("a\uFFFDb");
  }
}
