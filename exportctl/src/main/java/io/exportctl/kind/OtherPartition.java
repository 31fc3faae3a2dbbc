package io.exportctl.kind;

import static io.exportctl.text.Quotation.cut;

import io.exportctl.dataset.Arn;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.WorkspaceRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a role, key or topic of another partition of AWS than the platform's. AWS refuses a
 * policy that names one, and an alarm cannot notify it.
 */
public final class OtherPartition implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.OTHER_PARTITION);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    if (workspace.platform().isEmpty()) {
      return;
    }
    for (PartnerValue value : PartnerValue.in(workspace)) {
      check(value, workspace, found);
    }
  }

  private static void check(
      PartnerValue value, CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Platform platform = workspace.platform().orElseThrow();
    Optional<String> other = Arn.parse(value.scalar().text()).flatMap(platform::otherPartition);
    if (other.isPresent()) {
      boolean isTopic = value.document().equals(workspace.context().platformFile());
      found.accept(
          Diagnostic.of(
                  value.document().location(value.scalar()),
                  RuleId.OTHER_PARTITION,
                  (isTopic ? "the topic" : "this ARN")
                      + " is in the partition "
                      + cut(other.get())
                      + " of AWS, expected "
                      + platform.partition())
              .withHelp(
                  "name one in the partition of "
                      + platform.region()
                      + "; no permission reaches from one partition into another")
              .relatedTo(workspace.context().inPlatform("region")));
    }
  }
}
