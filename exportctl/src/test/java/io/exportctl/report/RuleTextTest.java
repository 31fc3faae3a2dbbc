package io.exportctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs the examples in the rule texts: each bad example gives exactly the output below it, and each
 * good one gives no finding. {@code -Dgoldens=update} rewrites the outputs.
 */
class RuleTextTest {

  private static final Path TEXTS =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/src/main/resources/io/exportctl/report/rules");

  private static final Pattern OUTPUT =
      Pattern.compile("(?<=^```text\n).*?(?=^```$)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern FINDING =
      Pattern.compile(
          "^[^ ].*: (?:error|warning): .* \\[([a-z0-9-]+)](?: \\[\\*])?$", Pattern.MULTILINE);

  @TempDir Path workspace;

  @BeforeEach
  void writePlatform() throws IOException {
    new RuleExample(RulesDocumentTest.introduction()).writeTo(workspace);
  }

  @ParameterizedTest
  @EnumSource
  void showsTheOutputOfTheBadExample(RuleId rule) throws IOException {
    String text = RuleText.of(rule).markdown();

    String output = new RuleExample(bad(text)).run(workspace).out();

    assertThat(FINDING.matcher(output).results().map(found -> found.group(1)))
        .isNotEmpty()
        .containsOnly(rule.id());
    Goldens.assertMatches(
        TEXTS.resolve(rule.id() + ".md"),
        OUTPUT.matcher(text).replaceFirst(Matcher.quoteReplacement(output)));
  }

  @ParameterizedTest
  @EnumSource
  void showsGoodExampleWithoutFindings(RuleId rule) throws IOException {
    RuleExample good = new RuleExample(good(RuleText.of(rule).markdown()));

    assertThat(good.markdown()).contains("```yaml");
    assertThat(good.run(workspace)).isEqualTo(new Cli.Result(0, "", ""));
  }

  @ParameterizedTest
  @EnumSource
  void hasShortSummary(RuleId rule) {
    assertThat(RuleText.of(rule).summary()).matches("[A-Z][^.]*\\.").hasSizeLessThanOrEqualTo(51);
  }

  @Test
  void hasNoTextWithoutRule() {
    assertThat(Folders.names(TEXTS, ".md"))
        .containsExactlyElementsOf(Arrays.stream(RuleId.values()).map(RuleId::id).toList());
  }

  private static String bad(String text) {
    return text.substring(0, text.indexOf("**Fix it:**"));
  }

  private static String good(String text) {
    return text.substring(text.indexOf("**Good:**"));
  }
}
