package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name is used once for each kind: everything in AWS is named after it. It belongs to the file
 * that is called like it, if there is one, else to the first.
 */
final class DuplicateName implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return taken(workspace).entrySet().stream()
        .map(again -> diagnose(again.getKey(), again.getValue()));
  }

  /** Each name that is used again, and where it is used first. */
  static Map<Checked.Value, Checked.Value> taken(Checked workspace) {
    Map<DatasetKind, Map<String, List<Checked.Value>>> byKindAndName =
        workspace
            .names()
            .collect(
                Collectors.groupingBy(
                    name -> name.file().kind(), Collectors.groupingBy(Checked.Value::text)));
    Map<Checked.Value, Checked.Value> taken = new HashMap<>();
    for (Map<String, List<Checked.Value>> byName : byKindAndName.values()) {
      for (List<Checked.Value> same : byName.values()) {
        if (same.size() == 1) {
          continue;
        }
        Checked.Value owner =
            same.stream().filter(NameFileMismatch::fits).findFirst().orElse(same.get(0));
        same.stream().filter(name -> !name.equals(owner)).forEach(name -> taken.put(name, owner));
      }
    }
    return taken;
  }

  private static Diagnostic diagnose(Checked.Value again, Checked.Value owner) {
    return again
        .diagnose(
            RuleId.DUPLICATE_NAME,
            "name " + quote(again.text()) + " is taken by " + owner.location())
        .withHelp("give this dataset a name of its own")
        .relatedTo(List.of(owner.location()));
  }
}
