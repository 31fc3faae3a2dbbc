package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reports values of our examples in a real workspace. {@code exportctl init} writes an example of
 * each kind, and deployed it would give somebody else's account access. The workspace of the
 * examples' own account, which documents and tests use, is left alone.
 */
public final class ExampleValue implements PlatformRule {

  /** Account of the platform in our examples; AWS gives it to nobody. */
  private static final String EXAMPLE_ACCOUNT = "123456789012";

  /** Accounts and names of the schemas' examples, and links to hosts that RFC 2606 reserves. */
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?<![0-9])(?:"
              + EXAMPLE_ACCOUNT
              + "|210987654321)(?![0-9])"
              + "|^target-bucket-name$"
              + "|^https://(?:[A-Za-z0-9-]+\\.)*example\\.(?:com|net|org)(?![A-Za-z0-9.-])");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.PLACEHOLDER);
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    if (platform.accountId().equals(EXAMPLE_ACCOUNT)) {
      return;
    }
    for (YamlNode.Entry entry :
        file.file().document().mapping().map(YamlNode.Mapping::entries).orElse(List.of())) {
      for (Value value : file.values(entry.key().text())) {
        if (EXAMPLE.matcher(value.text()).find()) {
          found.accept(diagnose(value));
        }
      }
    }
  }

  private static Diagnostic diagnose(Value value) {
    return value
        .diagnose(RuleId.PLACEHOLDER, quote(value.text()) + " is an example, expected the real one")
        .withHelp("write the real value here, or delete the file if it is only an example");
  }
}
