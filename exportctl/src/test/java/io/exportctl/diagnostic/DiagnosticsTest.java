package io.exportctl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private static final List<Diagnostic> ORDERED =
      List.of(
          at("a.yaml", 0, 0, RuleId.EMPTY_LIST, "1"),
          at("a.yaml", 2, 1, RuleId.EMPTY_LIST, "1"),
          at("a.yaml", 2, 1, RuleId.EMPTY_LIST, "2"),
          at("a.yaml", 2, 1, RuleId.WRONG_TYPE, "1"),
          at("a.yaml", 2, 9, RuleId.ALIAS, "1"),
          at("a.yaml", 10, 1, RuleId.ALIAS, "1"),
          at("b.yaml", 1, 1, RuleId.ALIAS, "1"));

  @Test
  void areInSourceOrderWithoutDuplicates() {
    List<Diagnostic> shuffled = new ArrayList<>(ORDERED);
    shuffled.addAll(ORDERED);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(Diagnostics.of(shuffled).all()).isEqualTo(ORDERED);
  }

  @Test
  void countFilesOnce() {
    assertThat(Diagnostics.of(ORDERED).files()).isEqualTo(2);
  }

  @Test
  void countBySeverity() {
    Diagnostic warning = Diagnostic.of(Location.of("a.yaml"), RuleId.SSO_ROLE, "1");

    assertThat(Diagnostics.of(List.of(warning)).hasErrors()).isFalse();
    assertThat(Diagnostics.of(List.of(warning)).count(Severity.WARNING)).isEqualTo(1);
    assertThat(Diagnostics.of(ORDERED).hasErrors()).isTrue();
    assertThat(Diagnostics.of(List.of()).hasErrors()).isFalse();
  }

  @Test
  void keepOnlyMatches() {
    assertThat(
            Diagnostics.of(ORDERED)
                .filter(diagnostic -> diagnostic.rule() == RuleId.WRONG_TYPE)
                .all())
        .containsExactly(ORDERED.get(3));
  }

  private static Diagnostic at(String file, int line, int column, RuleId rule, String message) {
    return Diagnostic.of(new Location(file, line, column, 1, ""), rule, message);
  }
}
