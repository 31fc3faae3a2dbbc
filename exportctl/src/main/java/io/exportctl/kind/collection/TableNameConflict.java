package io.exportctl.kind.collection;

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

/**
 * Reports a dataset that is called like a further table of another. All tables lie in one database;
 * the names of those that a dataset does not have yet are kept for it.
 */
final class TableNameConflict implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.TABLE_NAME_CONFLICT);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    List<Value> names =
        workspace.files().stream()
            .filter(file -> file.file().kind() == DatasetKind.COLLECTION)
            .map(FileValues::names)
            .flatMap(List::stream)
            .toList();
    Map<String, Value> byTable = new HashMap<>();
    for (Value name : names) {
      byTable.put(CollectionNames.changes(name.text()), name);
      byTable.put(CollectionNames.redacted(name.text()), name);
      byTable.put(CollectionNames.erased(name.text()), name);
    }
    for (Value name : names) {
      Value other = byTable.get(name.text());
      if (other != null) {
        found.accept(
            name.diagnose(
                    RuleId.TABLE_NAME_CONFLICT,
                    quote(name.text())
                        + " is a further table of "
                        + quote(other.text())
                        + ", expected another name")
                .withHelp("choose a name that does not end in _changes, _redacted or _erased")
                .relatedTo(List.of(other.location())));
      }
    }
  }
}
