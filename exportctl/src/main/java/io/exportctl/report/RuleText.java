package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Manual of a rule: its reason, a bad example with the tool's output, the fix and a good example.
 * {@code explain}, reports and {@code docs/rules.md} all use this text.
 *
 * @param summary a short sentence that describes the fault
 * @param markdown the whole text, beginning with the summary
 */
public record RuleText(RuleId rule, String summary, String markdown) {

  /** Page of the rules, beside the schemas' ids. */
  private static final String PAGE = "https://exportctl.io/docs/rules.md#";

  /** Returns the address of the text. */
  String uri() {
    return PAGE + rule.id();
  }

  public static RuleText of(RuleId rule) {
    String resource = "rules/" + rule.id() + ".md";
    try (InputStream in = RuleText.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the tool was built without " + resource);
      }
      String markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new RuleText(rule, markdown.lines().findFirst().orElse(""), markdown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
