package io.exportctl.review.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.review.Review;
import io.exportctl.review.TextReview;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans and what is said of them. A new case is two files in {@code
 * src/test/resources/review/plan}: {@code x.json} as {@code terraform show -json} prints it, and
 * {@code x.out}.
 */
class PlanReviewTest {

  private static final Path FIXTURES = Goldens.resources().resolve("review/plan");

  @TempDir Path root;

  static List<String> plans() {
    return Folders.names(FIXTURES, ".json");
  }

  @ParameterizedTest
  @MethodSource("plans")
  void tellsWhatAPlanDoes(String plan) {
    StringWriter out = new StringWriter();
    Review review =
        new Review(
            "main", PlanReview.of(FIXTURES.resolve(plan + ".json"), plan), List.of(), List.of());
    TextReview.print(review, new PrintWriter(out));

    Goldens.assertMatches(FIXTURES.resolve(plan + ".out"), out.toString());
  }

  @Test
  void hasNoExpectationWithoutItsPlan() {
    assertThat(Folders.names(FIXTURES, ".out")).isEqualTo(plans());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PK..binary                                        | p.json is not JSON; write it with terraform show -json plan.tfplan > plan.json
          {"format_version":"1.2","planned_values":{}       | p.json is not JSON; write it with terraform show -json plan.tfplan > plan.json
          {"format_version":"1.2","planned_values":{}} more | p.json is not JSON; write it with terraform show -json plan.tfplan > plan.json
          []                                                | p.json is not JSON; write it with terraform show -json plan.tfplan > plan.json
          {"format_version":"1.0","values":{}}              | p.json is not a plan; write it with terraform show -json plan.tfplan > plan.json
          {}                                                | p.json is not a plan; write it with terraform show -json plan.tfplan > plan.json
          {"format_version":"2.0","planned_values":{}}      | p.json has format 2.0, expected 1.x; upgrade exportctl, or use the terraform that docs/installing.md names
          {"format_version":"1.2","planned_values":{},"errored":true} | p.json is of a plan that failed and is not whole; fix what terraform plan reports
          """)
  void refusesWhatIsNotAPlan(String text, String message) throws IOException {
    Path file = Files.writeString(root.resolve("p.json"), text);

    assertThatThrownBy(() -> PlanReview.of(file, "p.json"))
        .isInstanceOf(ExportctlException.class)
        .hasMessage(message);
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> PlanReview.of(root.resolve("p.json"), "p.json"))
        .isInstanceOf(ExportctlException.class)
        .hasMessage("cannot read p.json: no such file or folder");
  }

  @Test
  void printsNoValuesOfOtherAttributes() {
    assertThat(PlanReview.of(FIXTURES.resolve("unusual.json"), "x").toString())
        .contains("environment")
        .doesNotContain("password");
    assertThat(PlanReview.of(FIXTURES.resolve("policy-sensitive.json"), "x").toString())
        .doesNotContain("secret-role");
  }
}
