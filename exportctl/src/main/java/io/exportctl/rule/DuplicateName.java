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
 * A name is used once for each kind: everything in AWS is named after it. It belongs to the file
 * that is called like it, if there is one, else to the first.
 */
public final class DuplicateName implements WorkspaceRule {

  /** A name that is used again, and where it belongs. */
  record Taken(Value name, Value owner) {}

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    for (Taken taken : taken(workspace)) {
      found.accept(diagnose(taken.name(), taken.owner()));
    }
  }

  static List<Taken> taken(CheckedWorkspace workspace) {
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
    List<Taken> taken = new ArrayList<>(again.size());
    for (Value name : again) {
      taken.add(new Taken(name, owners.get(name.file().kind()).get(name.text())));
    }
    return taken;
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
