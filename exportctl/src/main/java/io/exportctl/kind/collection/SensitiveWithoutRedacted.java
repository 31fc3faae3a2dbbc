package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.RuleContext;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Mapping;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports sensitive columns of a dataset without a redacted table: the word alone keeps them from
 * nobody.
 */
final class SensitiveWithoutRedacted implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.SENSITIVE_WITHOUT_REDACTED);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    YamlDocument document = file.file().document();
    if (document.mapping().flatMap(keys -> keys.entry("redacted_users")).isPresent()) {
      return;
    }
    for (Mapping column : new ColumnEntries(document).all()) {
      Optional<Scalar> name = ColumnEntries.text(column, "name");
      if (name.isPresent() && isSensitive(column)) {
        found.accept(
            Diagnostic.of(
                    document.location(name.get()),
                    RuleId.SENSITIVE_WITHOUT_REDACTED,
                    quote(name.get().text())
                        + " is sensitive, but all users see it, expected \"redacted_users\"")
                .withHelp(
                    "list who may query only the other columns under redacted_users, or remove"
                        + " \"sensitive\""));
      }
    }
  }

  private static boolean isSensitive(Mapping column) {
    return column.get("sensitive").orElse(null) instanceof Scalar sensitive && sensitive.isTrue();
  }
}
