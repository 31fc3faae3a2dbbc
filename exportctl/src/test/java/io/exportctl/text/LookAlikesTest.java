package io.exportctl.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

  @ParameterizedTest
  @CsvSource({
    "target–bucket, target-bucket",
    "a—b−c, a-b-c",
    "“a”, '\"a\"'",
    "name：ａ１, name:a1",
    "tаrget, target",
    "a\u00A0b, a b",
  })
  void replacesEachCharacterByTheOneThatItLooksLike(String text, String ascii) {
    assertThat(LookAlikes.replaced(text)).isEqualTo(ascii);
  }

  @ParameterizedTest
  @CsvSource({"é", "日本", "ß", "😀", "a-b"})
  void keepsOtherCharacters(String text) {
    assertThat(LookAlikes.replaced(text)).isEqualTo(text);
    assertThat(LookAlikes.first(text)).isEmpty();
  }

  @Test
  void namesCharacters() {
    assertThat(LookAlikes.name('\u2013')).isEqualTo("an en dash (U+2013)");
    assertThat(LookAlikes.name('\u00A0')).isEqualTo("a no-break space (U+00A0)");
    assertThat(LookAlikes.name('\u0430')).isEqualTo("a Cyrillic small letter a (U+0430)");
    assertThat(LookAlikes.nameOf('-')).isEqualTo("a hyphen (-)");
  }
}
