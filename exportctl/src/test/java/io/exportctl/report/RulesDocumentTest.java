package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what {@code explain} says: it is produced from the same texts. */
class RulesDocumentTest {

  static final Path DOCUMENT = ExampleWorkspace.REPOSITORY.resolve("docs/rules.md");

  private static final String MARK = "<!-- What follows is produced ";

  @Test
  void isProducedFromTheTextsOfTheRules() throws IOException {
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

  /** What is written by hand, with the platform that all examples go with. */
  static String introduction() throws IOException {
    String text = Files.readString(DOCUMENT);
    return text.substring(0, text.indexOf('\n', text.indexOf(MARK)) + 1);
  }
}
