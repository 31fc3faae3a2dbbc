package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The golden corpus: each case has its outcome, and each rule and deviation its cases. */
class GoldenTest {

  /** The rules of one record; the others are of files and tables. */
  private static final int LAST_RULE = 35;

  /** The deviations of one record. */
  private static final int LAST_DEVIATION = 11;

  private static final Pattern DEVIATION = Pattern.compile("D[0-9]+");
  private static final List<GoldenCase> CASES = GoldenCase.read("cases.jsonl");

  @TestFactory
  Stream<DynamicTest> givesTheOutcomeOfEachCase() {
    return CASES.stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it)));
  }

  @Test
  void hasCasesOfEveryRule() throws Exception {
    TreeSet<Integer> rules = new TreeSet<>();
    for (GoldenCase golden : CASES) {
      rules.addAll(golden.rules().toList());
    }

    assertThat(rules)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, LAST_RULE).boxed().toList());
  }

  @Test
  void hasCasesOfEveryDeviation() {
    List<String> originals = CASES.stream().map(it -> it.text("original").orElseThrow()).toList();

    assertThat(originals).allMatch(it -> it.equals("same") || DEVIATION.matcher(it).find());
    assertThat(
            originals.stream()
                .flatMap(it -> DEVIATION.matcher(it).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, LAST_DEVIATION).mapToObj(it -> "D" + it).toList());
  }

  @Test
  void hasCasesOfEveryReasonButTheKeyService() {
    List<String> reasons = CASES.stream().flatMap(it -> it.text("reason").stream()).toList();

    assertThat(Stream.of(Reason.values()).filter(it -> it != Reason.KEY_REFUSED).map(Reason::text))
        .allMatch(reasons::contains);
  }

  @Test
  void hasEachNameOnce() {
    assertThat(CASES.stream().map(GoldenCase::name)).doesNotHaveDuplicates();
  }

  private static void check(GoldenCase golden) throws Exception {
    Outcome outcome = golden.run();

    if (golden.has("skipped")) {
      assertThat(outcome).isEqualTo(new Skipped());
      return;
    }
    if (golden.has("reason")) {
      assertThat(outcome).isInstanceOf(Rejected.class);
      assertThat(((Rejected) outcome).reason().text())
          .isEqualTo(golden.text("reason").orElseThrow());
      return;
    }
    assertThat(outcome).isInstanceOf(Row.class);
    Row row = (Row) outcome;
    assertThat(new String(row.value(), StandardCharsets.UTF_8))
        .isEqualTo(golden.text("value").orElseThrow());
    assertThat(row.operation().name()).isEqualTo(golden.text("operation").orElseThrow());
    golden.text("id").ifPresent(it -> assertThat(row.id()).contains(it));
    assertThat(golden.has("noId") ? row.id() : Optional.empty()).isEmpty();
    golden
        .text("lastModified")
        .ifPresent(it -> assertThat(row.lastModified()).isEqualTo(Instant.parse(it)));
  }
}
