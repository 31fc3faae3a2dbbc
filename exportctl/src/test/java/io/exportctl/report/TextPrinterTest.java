package io.exportctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPrinterTest {

  private static final Diagnostic PLACED =
      Diagnostic.of(new Location("a.yaml", 12, 3, 2, "  ab: 1"), RuleId.WRONG_TYPE, "found x")
          .withHelp("write y");

  @Test
  void printsPlaceMessageLineAndHelp() {
    assertThat(print(PLACED, false))
        .isEqualTo(
            """
            a.yaml:12:3: error: found x [wrong-type]
               |
            12 |   ab: 1
               |   ^~
              help: write y
            """);
  }

  @Test
  void printsOnlyMessageForWholeFile() {
    Diagnostic whole = Diagnostic.of(Location.of("a.yaml"), RuleId.WRONG_TYPE, "found x");

    assertThat(print(whole, false)).isEqualTo("a.yaml: error: found x [wrong-type]\n");
  }

  @Test
  void leavesNoSpaceAtTheEndOfEmptyLine() {
    Diagnostic empty = Diagnostic.of(new Location("a.yaml", 1, 1, 1, ""), RuleId.WRONG_TYPE, "x");

    assertThat(print(empty, false).lines()).contains("1 |", "  | ^");
  }

  @Test
  void colorsErrorsRedAndWarningsYellow() {
    Diagnostic warning =
        Diagnostic.of(PLACED.location(), RuleId.SSO_ROLE, "found x").withHelp("write y");

    assertThat(print(PLACED, true))
        .isEqualTo(
            """
            <1>a.yaml:12:3:<0> <1;31>error:<0> found x [wrong-type]
               |
            12 |   ab: 1
               |   <31>^~<0>
              <1>help:<0> write y
            """
                .replaceAll("<([0-9;]+)>", "\u001B[$1m"));
    assertThat(print(warning, true)).contains("\u001B[1;33mwarning:", "\u001B[33m^~");
  }

  @Test
  void escapesControlCharactersInFileNames() {
    Diagnostic odd = Diagnostic.of(Location.of("a\u001B[31m\n.yaml"), RuleId.WRONG_TYPE, "x");

    assertThat(print(odd, false)).isEqualTo("a\uFFFD[31m\\n.yaml: error: x [wrong-type]\n");
  }

  private static String print(Diagnostic diagnostic, boolean color) {
    StringWriter out = new StringWriter();
    new TextPrinter(new PrintWriter(out), color, true).print(Diagnostics.of(List.of(diagnostic)));
    return out.toString();
  }
}
