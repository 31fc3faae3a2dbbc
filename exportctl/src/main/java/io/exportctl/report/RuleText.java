package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What there is to know of a rule beyond one finding: why it is there, a bad example with what the
 * tool says of it, how to mend it, a good example. The one text behind {@code explain}, reports and
 * {@code docs/rules.md}.
 *
 * @param summary one short sentence: what is wrong
 * @param markdown all of it, the summary first
 */
public record RuleText(RuleId rule, String summary, String markdown) {

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
