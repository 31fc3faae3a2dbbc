package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.validate.FileValues.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A name is used once for each kind: everything in AWS is named after it. It belongs to the file
 * that is called like it, if there is one, else to the first.
 */
final class DuplicateName implements WorkspaceRule {

  /** A name that is used again, and where it belongs. */
  record Taken(Value name, Value owner) {}

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return taken(workspace).stream().map(taken -> diagnose(taken.name(), taken.owner()));
  }

  static List<Taken> taken(Checked workspace) {
    Map<DatasetKind, Map<String, Value>> owners = new EnumMap<>(DatasetKind.class);
    List<Value> again = new ArrayList<>();
    for (Value name : workspace.all(FileValues::names)) {
      Map<String, Value> ofKind =
          owners.computeIfAbsent(name.file().kind(), first -> new HashMap<>());
      Value owner = ofKind.putIfAbsent(name.text(), name);
      if (owner != null) {
        boolean isOwner = NameFileMismatch.fits(name) && !NameFileMismatch.fits(owner);
        ofKind.put(name.text(), isOwner ? name : owner);
        again.add(isOwner ? owner : name);
      }
    }
    return again.stream()
        .map(name -> new Taken(name, owners.get(name.file().kind()).get(name.text())))
        .toList();
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
