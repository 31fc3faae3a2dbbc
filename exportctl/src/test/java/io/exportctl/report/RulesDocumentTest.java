package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks that {@code docs/rules.md} is generated from the texts of {@code explain}. */
class RulesDocumentTest {

  static final Path DOCUMENT = ExampleWorkspace.REPOSITORY.resolve("docs/rules.md");

  private static final String MARK = "<!-- What follows is produced ";

  @Test
  void isGeneratedFromTheRuleTexts() throws IOException {
    StringBuilder document = new StringBuilder(introduction());
    document.append("\n| rule | | |\n|---|---|---|\n");
    for (RuleId rule : RuleId.values()) {
      document.append(
          "| [%s](#%s) | %s | %s |\n"
              .formatted(rule, rule, rule.severity().label(), RuleText.of(rule).summary()));
    }
    for (RuleId rule : RuleId.values()) {
      document
          .append("\n## " + rule + "\n\n**" + rule.severity().label() + ":** ")
          .append(RuleText.of(rule).markdown());
    }

    Goldens.assertMatches(DOCUMENT, document.toString());
  }

  /** Returns the hand-written part, with the platform file that all examples use. */
  static String introduction() throws IOException {
    String text = Files.readString(DOCUMENT);
    return text.substring(0, text.indexOf('\n', text.indexOf(MARK)) + 1);
  }
}
