package io.exportctl.migrate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Asks about users without the prefix of role names. The prefix is not added automatically, as
 * access must not be guessed.
 */
record Users(String prefix) implements Step {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    return document.texts("users").stream()
        .filter(user -> !user.text().startsWith(prefix) && NAME.matcher(user.text()).matches())
        .map(this::question)
        .toList();
  }

  private Outcome question(YamlNode.Scalar user) {
    return new Outcome.Question(
        user.span(),
        List.of(),
        RuleId.USER_PREFIX,
        quote(user.text())
            + " is not a user's role, expected a name that begins with "
            + quote(prefix),
        "write " + prefix + user.text() + ", if that is the role of the intended user");
  }
}
