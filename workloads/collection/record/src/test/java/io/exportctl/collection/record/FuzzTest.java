package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Random records beside the answers of the older system's functions: golden/README.md. */
class FuzzTest {

  private static final List<GoldenCase> CASES = GoldenCase.read("fuzz.jsonl.gz");

  @Test
  void answersAsTheOlderSystemUnlessADeviationIsDeclared() throws Exception {
    List<GoldenCase> same = CASES.stream().filter(it -> !it.has("deviation")).toList();

    for (GoldenCase golden : same) {
      assertThat(answer(golden))
          .as(golden.text("text").orElseThrow())
          .isEqualTo(
              golden.text("operation").map(it -> it + " " + golden.text("value").orElseThrow()));
    }
    assertThat(same).hasSizeGreaterThan(CASES.size() * 9 / 10);
    assertThat(same).filteredOn(it -> it.has("value")).hasSizeGreaterThan(1500);
  }

  /** Returns the operation and the record; empty if it is rejected. */
  private static Optional<String> answer(GoldenCase golden) throws Exception {
    return golden.run() instanceof Row row
        ? Optional.of(row.operation() + " " + new String(row.value(), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
