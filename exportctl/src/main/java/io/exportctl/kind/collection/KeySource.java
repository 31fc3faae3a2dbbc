package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.WorkspaceRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a section that does not name exactly one place where data keys are opened: a key service
 * with its secret, or keys of KMS.
 */
final class KeySource implements WorkspaceRule {

  private static final String URL = "key_service_url";
  private static final String SECRET = "key_service_secret_arn";
  private static final String KMS = "kms_key_arns";

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.KEY_SOURCE);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    SectionNodes.in(workspace).flatMap(KeySource::check).ifPresent(found);
  }

  private static Optional<Diagnostic> check(SectionNodes section) {
    if (section.has(URL) != section.has(SECRET)) {
      String present = section.has(URL) ? URL : SECRET;
      String missing = section.has(URL) ? SECRET : URL;
      return Optional.of(
          diagnose(
              section.key(present),
              quote(present) + " stands alone, expected " + quote(missing) + " beside it",
              "add \""
                  + missing
                  + "\": the secret holds the certificate that the key service"
                  + " trusts"));
    }
    if (section.has(URL) && section.has(KMS)) {
      return Optional.of(
          diagnose(
              section.key(KMS),
              quote(KMS) + " stands beside a key service, expected only one of them",
              "remove \"" + KMS + "\", or the two keys of the key service"));
    }
    if (!section.has(URL) && !section.has(KMS)) {
      return Optional.of(
          diagnose(
              section.location(),
              "nothing here opens the data keys, expected a key service or keys of KMS",
              "add \"" + URL + "\" and \"" + SECRET + "\", or \"" + KMS + "\""));
    }
    return Optional.empty();
  }

  private static Diagnostic diagnose(Location place, String message, String help) {
    return Diagnostic.of(place, RuleId.KEY_SOURCE, message).withHelp(help);
  }
}
