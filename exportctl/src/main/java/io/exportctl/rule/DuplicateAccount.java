package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports an account that has two names in platform.yaml: one of them is somebody else's, or nobody
 * can tell by which name a message calls it.
 */
public final class DuplicateAccount implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.DUPLICATE_ACCOUNT);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    YamlDocument file = workspace.context().platformFile();
    if (workspace.platform().isEmpty()
        || !(file.mapping().flatMap(keys -> keys.get("accounts")).orElse(null)
            instanceof YamlNode.Mapping accounts)) {
      return;
    }
    Map<String, YamlNode.Scalar> firsts = new HashMap<>();
    for (YamlNode.Entry entry : accounts.entries()) {
      if (entry.value() instanceof YamlNode.Scalar number) {
        YamlNode.Scalar first = firsts.putIfAbsent(number.text(), entry.key());
        if (first != null) {
          found.accept(diagnose(number, first, file));
        }
      }
    }
  }

  private static Diagnostic diagnose(
      YamlNode.Scalar again, YamlNode.Scalar first, YamlDocument file) {
    return Diagnostic.of(
            file.location(again),
            RuleId.DUPLICATE_ACCOUNT,
            quote(again.text())
                + " is also the account of "
                + quote(first.text())
                + ", expected one name for each")
        .withHelp("keep the right name, or write the number of the other account")
        .relatedTo(List.of(file.location(first)));
  }
}
