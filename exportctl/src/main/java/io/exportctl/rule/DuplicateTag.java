package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports a tag in platform.yaml whose name differs from another's only in case. IAM takes both for
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">the same tag</a> and
 * refuses the role.
 */
public final class DuplicateTag implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.DUPLICATE_TAG);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    YamlDocument document = workspace.context().platformFile();
    YamlNode tags = document.mapping().flatMap(keys -> keys.get("tags")).orElse(null);
    if (workspace.platform().isEmpty() || !(tags instanceof YamlNode.Mapping mapping)) {
      return;
    }
    Map<String, YamlNode.Scalar> names = new HashMap<>();
    for (YamlNode.Entry tag : mapping.entries()) {
      YamlNode.Scalar name = tag.key();
      YamlNode.Scalar first = names.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
      // The reader reports a name that occurs twice in the same spelling.
      if (first != null && !first.text().equals(name.text())) {
        found.accept(diagnose(document, name, first));
      }
    }
  }

  private static Diagnostic diagnose(
      YamlDocument document, YamlNode.Scalar name, YamlNode.Scalar first) {
    return Diagnostic.of(
            document.location(name),
            RuleId.DUPLICATE_TAG,
            quote(name.text())
                + " is the tag of line "
                + first.span().line()
                + " too, but for upper and lower case")
        .withHelp("keep one of the two")
        .relatedTo(List.of(document.location(first)));
  }
}
