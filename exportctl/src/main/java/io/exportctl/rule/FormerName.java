package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetId;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports a former name that a dataset of the kind has, or that two datasets had: Terraform cannot
 * move one state to two places.
 */
public final class FormerName implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.FORMER_NAME);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Map<DatasetId, Value> former = new HashMap<>();
    Map<DatasetId, Location> names = new HashMap<>();
    for (FileValues file : workspace.files()) {
      file.names()
          .forEach(
              name -> names.put(new DatasetId(file.file().kind(), name.text()), name.location()));
    }
    for (FileValues file : workspace.files()) {
      for (Value value : file.values("renamed_from")) {
        DatasetId id = new DatasetId(file.file().kind(), value.text());
        Value first = former.putIfAbsent(id, value);
        if (names.containsKey(id)) {
          found.accept(diagnose(value, "the name of a dataset", names.get(id)));
        } else if (first != null) {
          found.accept(diagnose(value, "the former name of another dataset", first.location()));
        }
      }
    }
  }

  private static Diagnostic diagnose(Value value, String what, Location where) {
    return value
        .diagnose(RuleId.FORMER_NAME, quote(value.text()) + " is " + what + ": " + where)
        .relatedTo(List.of(where))
        .withHelp("remove the key, unless the dataset had that name before");
  }
}
