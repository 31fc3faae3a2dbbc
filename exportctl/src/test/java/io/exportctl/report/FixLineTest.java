package io.exportctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixLineTest {

  @Test
  void appliesAllEditsByCodePoints() {
    assertThat(fixed("a: 😀 b c", edit(2, 1, 2, "A"), edit(2, 6, 7, "BB"), edit(2, 8, 8, "+")))
        .containsExactly("A: 😀 BB +c");
  }

  @Test
  void canBecomeSeveralLines() {
    assertThat(fixed("a: b, c", edit(2, 3, 8, "\n  - b\n  - c")))
        .containsExactly("a:", "  - b", "  - c");
  }

  @Test
  void isEmptyIfLineIsRemovedOrOtherLinesChange() {
    assertThat(fixed("- a", new Fix.Edit(2, 1, 3, 1, ""))).isEmpty();
    assertThat(fixed("- a", edit(1, 1, 2, "b"))).isEmpty();
    assertThat(fixed("- a", edit(2, 1, 4, ""))).isEmpty();
  }

  @Test
  void isEmptyForRenamedFile() {
    assertThat(FixLine.of(found("").withFix(new Fix.Rename("a.yaml")))).isEmpty();
  }

  private static List<String> fixed(String line, Fix.Edit... edits) {
    return FixLine.of(found(line).withFix(new Fix.Rewrite(List.of(edits), true)));
  }

  private static Diagnostic found(String line) {
    return Diagnostic.of(new Location("x.yaml", 2, 1, 1, line), RuleId.UNKNOWN_KEY, "x");
  }

  private static Fix.Edit edit(int line, int column, int end, String text) {
    return new Fix.Edit(line, column, line, end, text);
  }
}
