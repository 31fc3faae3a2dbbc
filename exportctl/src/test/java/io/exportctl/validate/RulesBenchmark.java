package io.exportctl.validate;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.workspace.Inventory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How fast all rules look at all datasets, and what comments ignore is taken out. */
@State(Scope.Benchmark)
public class RulesBenchmark {

  private final Inventory inventory = Written.inventory(1_000);
  private final Setting setting =
      new Setting(
          inventory.platform(),
          Optional.of(Platform.read(inventory.platform())),
          LocalDate.of(2027, 1, 15));

  @Benchmark
  public List<Diagnostic> rules() {
    List<Diagnostic> found = new ArrayList<>();
    List<CheckedFile> files = new ArrayList<>();
    for (DatasetFile file : inventory.datasets()) {
      FileValues values = new FileValues(file, Set.of());
      Rules.IN_FILE.forEach(rule -> rule.check(values, setting, found::add));
      files.add(new CheckedFile(values, List.of(), Ignore.in(file.document())));
    }
    Checked checked = new Checked(setting, files);
    Rules.ACROSS_FILES.forEach(rule -> rule.check(checked, found::add));
    List<Diagnostic> left = new Suppression(checked).apply(found);
    if (found.isEmpty() || !left.isEmpty()) {
      throw new IllegalStateException("expected warnings, all of them ignored by comments");
    }
    return left;
  }
}
