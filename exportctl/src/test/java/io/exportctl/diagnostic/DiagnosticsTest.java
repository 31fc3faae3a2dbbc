package io.exportctl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private static final List<Diagnostic> ORDERED =
      List.of(
          at("a.yaml", 0, 0, "x", "1"),
          at("a.yaml", 2, 1, "x", "1"),
          at("a.yaml", 2, 1, "x", "2"),
          at("a.yaml", 2, 1, "y", "1"),
          at("a.yaml", 2, 9, "a", "1"),
          at("a.yaml", 10, 1, "a", "1"),
          at("b.yaml", 1, 1, "a", "1"));

  @Test
  void areInTheOrderOfTheSourceAndOnce() {
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
    Diagnostic warning =
        new Diagnostic(Severity.WARNING, Location.of("a.yaml"), "x", "1", Optional.empty());

    assertThat(Diagnostics.of(List.of(warning)).hasErrors()).isFalse();
    assertThat(Diagnostics.of(List.of(warning)).count(Severity.WARNING)).isEqualTo(1);
    assertThat(Diagnostics.of(ORDERED).hasErrors()).isTrue();
    assertThat(Diagnostics.of(List.of()).hasErrors()).isFalse();
  }

  @Test
  void keepOnlyWhatIsWanted() {
    assertThat(Diagnostics.of(ORDERED).filter(one -> one.rule().equals("y")).all())
        .containsExactly(ORDERED.get(3));
  }

  private static Diagnostic at(String file, int line, int column, String rule, String message) {
    return Diagnostic.error(new Location(file, line, column, 1, ""), rule, message);
  }
}
