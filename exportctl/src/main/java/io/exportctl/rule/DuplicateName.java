package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports a name that two datasets of a kind share, since everything in AWS is named after it. The
 * name belongs to the file with the same name, or else to the first file.
 */
public final class DuplicateName implements WorkspaceRule {

  /** A name that is used again, with the name that it repeats. */
  record Duplicate(Value name, Value owner) {}

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.DUPLICATE_NAME);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    for (Duplicate duplicate : duplicates(workspace)) {
      found.accept(diagnose(duplicate.name(), duplicate.owner()));
    }
  }

  static List<Duplicate> duplicates(CheckedWorkspace workspace) {
    Map<DatasetKind, Map<String, Value>> owners = new EnumMap<>(DatasetKind.class);
    for (DatasetKind kind : DatasetKind.values()) {
      owners.put(kind, new HashMap<>());
    }
    List<Value> again = new ArrayList<>(0);
    for (FileValues file : workspace.files()) {
      for (Value name : file.names()) {
        Map<String, Value> ofKind = owners.get(name.file().kind());
        Value owner = ofKind.putIfAbsent(name.text(), name);
        if (owner != null) {
          boolean isOwner = NameFileMismatch.fits(name) && !NameFileMismatch.fits(owner);
          ofKind.put(name.text(), isOwner ? name : owner);
          again.add(isOwner ? owner : name);
        }
      }
    }
    List<Duplicate> duplicates = new ArrayList<>(again.size());
    for (Value name : again) {
      duplicates.add(new Duplicate(name, owners.get(name.file().kind()).get(name.text())));
    }
    return duplicates;
  }

  private static Diagnostic diagnose(Value again, Value owner) {
    return again
        .diagnose(
            RuleId.DUPLICATE_NAME,
            "name " + quote(again.text()) + " is taken by " + owner.location())
        .withHelp("give this dataset a name of its own")
        .relatedTo(List.of(owner.location()));
  }
}
