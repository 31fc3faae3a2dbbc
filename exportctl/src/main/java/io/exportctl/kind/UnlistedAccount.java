package io.exportctl.kind;

import static io.exportctl.text.Quotation.printable;
import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Arn;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.text.NearestWord;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Scalar;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports an account that is not among the {@code accounts} of platform.yaml, if that has any: a
 * mistyped number would give the data to a stranger.
 */
public final class UnlistedAccount implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.UNLISTED_ACCOUNT);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    if (workspace.platform().isEmpty() || workspace.platform().get().accounts().isEmpty()) {
      return;
    }
    Platform platform = workspace.platform().get();
    for (PartnerValue value : PartnerValue.in(workspace)) {
      check(value.scalar(), value.document(), platform, found);
    }
  }

  private static void check(
      Scalar value, YamlDocument document, Platform platform, Consumer<Diagnostic> found) {
    String account = Arn.parse(value.text()).map(Arn::account).orElse(value.text());
    if (!account.equals(platform.accountId()) && !platform.accounts().containsKey(account)) {
      found.accept(diagnose(value, document, account, platform));
    }
  }

  private static Diagnostic diagnose(
      Scalar value, YamlDocument document, String account, Platform platform) {
    Diagnostic unlisted =
        Diagnostic.of(
            document.location(value),
            RuleId.UNLISTED_ACCOUNT,
            "account "
                + quote(account)
                + " is not listed in platform.yaml, expected one of its accounts");
    String add = "a line NAME: \"" + account + "\" under \"accounts\" in platform.yaml";
    Optional<NearestWord> nearest = NearestWord.of(account, platform.accounts().keySet());
    if (nearest.isEmpty()) {
      return unlisted.withHelp("if it is a partner's, add " + add);
    }
    String near = nearest.get().text();
    Diagnostic helped =
        unlisted.withHelp(
            "did you mean " + printable(platform.account(near)) + "? Otherwise add " + add);
    return new YamlEdits(document)
        .text(value, value.text().replace(account, near))
        .map(edit -> helped.withFix(YamlEdits.rewrite(edit, false)))
        .orElse(helped);
  }
}
