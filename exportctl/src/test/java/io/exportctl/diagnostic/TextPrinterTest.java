package io.exportctl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextPrinterTest {

  private static final Diagnostic PLACED =
      Diagnostic.error(new Location("a.yaml", 12, 3, 2, "  ab: 1"), "some-rule", "found x")
          .withHelp("write y");

  @Test
  void printsPlaceMessageLineAndHelp() {
    assertThat(print(PLACED, false))
        .isEqualTo(
            """
            a.yaml:12:3: error: found x [some-rule]
               |
            12 |   ab: 1
               |   ^~
              help: write y
            """);
  }

  @Test
  void printsOnlyTheMessageOfFileAsWhole() {
    Diagnostic whole = Diagnostic.error(Location.of("a.yaml"), "some-rule", "found x");

    assertThat(print(whole, false)).isEqualTo("a.yaml: error: found x [some-rule]\n");
  }

  @Test
  void leavesNoSpaceAtTheEndOfEmptyLine() {
    Diagnostic empty = Diagnostic.error(new Location("a.yaml", 1, 1, 1, ""), "some-rule", "x");

    assertThat(print(empty, false).lines()).contains("1 |", "  | ^");
  }

  @Test
  void colorsErrorsRedAndWarningsYellow() {
    Diagnostic warning =
        new Diagnostic(
            Severity.WARNING, PLACED.location(), "some-rule", "found x", Optional.of("write y"));

    assertThat(print(PLACED, true))
        .isEqualTo(
            """
            <1>a.yaml:12:3:<0> <1;31>error:<0> found x [some-rule]
               |
            12 |   ab: 1
               |   <31>^~<0>
              <1>help:<0> write y
            """
                .replaceAll("<([0-9;]+)>", "\u001B[$1m"));
    assertThat(print(warning, true)).contains("\u001B[1;33mwarning:", "\u001B[33m^~");
  }

  @Test
  void disarmsNamesOfFiles() {
    Diagnostic odd = Diagnostic.error(Location.of("a\u001B[31m\n.yaml"), "some-rule", "x");

    assertThat(print(odd, false)).isEqualTo("a\uFFFD[31m\\n.yaml: error: x [some-rule]\n");
  }

  private static String print(Diagnostic diagnostic, boolean color) {
    StringWriter out = new StringWriter();
    new TextPrinter(new PrintWriter(out), color).print(Diagnostics.of(List.of(diagnostic)));
    return out.toString();
  }
}
