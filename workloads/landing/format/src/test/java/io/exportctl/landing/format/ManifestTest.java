package io.exportctl.landing.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

  private static final Manifest MANIFEST =
      new Manifest(
          "case_notes_dev",
          "20260801010000Z",
          new Snapshot("2026-08-01T01:00:00.1Z", "0/1A2B", "15.15", false),
          Encoding.EXACT,
          Compression.ZSTD,
          List.of(
              new Table(
                  "public",
                  "Weird \"Name\"\n",
                  "weird__name__",
                  "table",
                  "ü",
                  3,
                  30,
                  List.of(
                      new Column("n", ColumnType.DECIMAL, "numeric(9,2)", 9, 2, true, false, ""),
                      new Column("t", ColumnType.TEXT, "text", 0, 0, false, true, "why")),
                  List.of("email"),
                  List.of(new Part("a", 1, 10, 5, "ab"), new Part("b", 2, 20, 6, "cd")))),
          List.of(new ExcludedTable("public.flyway", "flyway*")));

  @Test
  void readsWhatItWrote() throws Exception {
    assertThat(ManifestReader.read(ManifestWriter.write(MANIFEST))).isEqualTo(MANIFEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exportctl-landing/1|exportctl-landing/2|format is not \"exportctl-landing/1\"",
        "\"dataset\" :|\"datasett\" :|dataset is missing",
        "\"lsn\" : \"0/1A2B\"|\"lsn\" : 5|snapshot.lsn is not a string",
        "\"lsn\" : \"0/1A2B\"|\"lsn\" : null|a value is neither an object, array, string, integer nor"
            + " boolean",
        "\"rows\" : 1,|\"rows\" : -1,|tables[0].parts[0].rows is not between 0 and 8796093022208",
        "\"rows\" : 1,|\"rows\" : 1.5,|a value is neither an object, array, string, integer nor"
            + " boolean",
        "\"rows\" : 1,|\"rows\" : 2,|tables[0].rows is not the sum of its parts",
        "\"bytes\" : 11|\"bytes\" : 12|bytes is not the sum of its parts",
        "\"encoding\" : \"exact\"|\"encoding\" : \"fast\"|encoding has an unknown value",
        "[ \"email\" ]|[ 1 ]|tables[0].excludedColumns holds a value that is not a string",
        "\"scale\" : 2,|\"scale\" : 2, \"extra\" : 1,|tables[0].columns[0].extra is unknown",
        "\"scale\" : 2,|\"scale\" : 2, \"scale\" : 2,|not valid JSON: Duplicate field 'scale'",
        "\"scale\" : 2,|\"scale\" : 99999999999,|tables[0].columns[0].scale is not between 0 and"
            + " 2147483647",
      })
  void namesThePlaceOfAFault(String found, String replacement, String message) {
    String json = new String(ManifestWriter.write(MANIFEST), UTF_8);
    assertThat(json).contains(found);

    assertThatThrownBy(
            () ->
                ManifestReader.read(
                    json.replaceFirst(
                            java.util.regex.Pattern.quote(found),
                            java.util.regex.Matcher.quoteReplacement(replacement))
                        .getBytes(UTF_8)))
        .isInstanceOf(ManifestException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "3", "{", "{}{}", "'{\"format\":\"exportctl-landing/1\"} x'"})
  void refusesOtherText(String json) {
    assertThatThrownBy(() -> ManifestReader.read(json.getBytes(UTF_8)))
        .isInstanceOf(ManifestException.class);
  }

  @Test
  void refusesDeepNestingAndTooManyBytes() {
    assertThatThrownBy(() -> ManifestReader.read("{\"a\":".repeat(100_000).getBytes(UTF_8)))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("nesting depth");
    assertThatThrownBy(() -> ManifestReader.read(new byte[ManifestReader.MAX_BYTES + 1]))
        .isInstanceOf(ManifestException.class)
        .hasMessage("the manifest has more than 16777216 bytes");
  }
}
