package io.exportctl.kind.landing;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.WorkspaceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reports a dataset that is called like the database for the history of another. */
final class CatalogueClash implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.CATALOGUE_CLASH);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    List<Value> names =
        workspace.files().stream()
            .filter(file -> file.file().kind() == DatasetKind.LANDING)
            .map(FileValues::names)
            .flatMap(List::stream)
            .toList();
    Map<String, Value> byHistory = new HashMap<>();
    names.forEach(name -> byHistory.put(LandingNames.history(name.text()), name));
    for (Value name : names) {
      Value other = byHistory.get(name.text());
      if (other != null) {
        found.accept(
            name.diagnose(
                    RuleId.CATALOGUE_CLASH,
                    quote(name.text())
                        + " is the database with the history of "
                        + quote(other.text())
                        + ", expected another name")
                .withHelp("choose a name that does not end in _history")
                .relatedTo(List.of(other.location())));
      }
    }
  }
}
