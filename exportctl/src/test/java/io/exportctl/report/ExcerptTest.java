package io.exportctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Location;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void underlinesTheSpan() {
    assertThat(excerpt("name: value", 7, 5))
        .isEqualTo(new Excerpt("name: value", " ".repeat(6), "^~~~~"));
  }

  @Test
  void underlinesAtLeastOneCell() {
    assertThat(excerpt("name:", 6, 1)).isEqualTo(new Excerpt("name:", " ".repeat(5), "^"));
    assertThat(excerpt("", 1, 1)).isEqualTo(new Excerpt("", "", "^"));
    assertThat(excerpt("ab", 9, 4)).isEqualTo(new Excerpt("ab", "  ", "^"));
  }

  @Test
  void endsUnderlineWithTheLine() {
    assertThat(excerpt("abc", 2, 99)).isEqualTo(new Excerpt("abc", " ", "^~"));
  }

  @Test
  void putsTabUnderTab() {
    assertThat(excerpt("\ta\tb", 4, 1)).isEqualTo(new Excerpt("\ta\tb", "\t \t", "^"));
  }

  @Test
  void countsTerminalCells() {
    assertThat(excerpt("日本: x", 5, 1)).isEqualTo(new Excerpt("日本: x", " ".repeat(6), "^"));
    assertThat(excerpt("a: 日本", 4, 2)).isEqualTo(new Excerpt("a: 日本", "   ", "^~~~"));
    assertThat(excerpt("e\u0301: x", 5, 1)).isEqualTo(new Excerpt("e\u0301: x", "   ", "^"));
    assertThat(excerpt("😀 x", 3, 1)).isEqualTo(new Excerpt("😀 x", "   ", "^"));
  }

  @Test
  void escapesControlCharacters() {
    assertThat(excerpt("a\u001B[31m", 1, 1).text()).isEqualTo("a\uFFFD[31m");
  }

  @Test
  void showsTheBeginningOfLongLine() {
    String line = "0123456789".repeat(10);

    assertThat(excerpt(line, 3, 2, 20)).isEqualTo(new Excerpt("01234567890123456789…", "  ", "^~"));
  }

  @Test
  void showsWindowOfLongLine() {
    String line = "0123456789".repeat(10);

    assertThat(excerpt(line, 51, 4, 20))
        .isEqualTo(new Excerpt("…56789012345678901234…", " ".repeat(6), "^~~~"));
    assertThat(excerpt(line, 100, 1, 20)).isEqualTo(new Excerpt("…456789", " ".repeat(6), "^"));
    assertThat(excerpt(line, 51, 99, 20).underline()).isEqualTo("^" + "~".repeat(14));
  }

  @Test
  void cutsWindowBetweenCodePoints() {
    assertThat(excerpt("😀".repeat(100), 51, 1, 20).text()).isEqualTo("…" + "😀".repeat(20) + "…");
  }

  private static Excerpt excerpt(String line, int column, int length) {
    return excerpt(line, column, length, 120);
  }

  private static Excerpt excerpt(String line, int column, int length, int widest) {
    return Excerpt.of(new Location("x.yaml", 1, column, length, line), widest);
  }
}
