package io.exportctl.validate;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.RuleContext;
import io.exportctl.schema.Re2Groups;
import io.exportctl.workspace.Inventory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Time for all rules on all datasets, including the suppression of ignored warnings. */
@State(Scope.Benchmark)
public class RulesBenchmark {

  private final Inventory inventory = Written.inventory(1_000);
  private final RuleContext context =
      new RuleContext(
          inventory.platform(),
          Optional.of(Platform.read(inventory.platform())),
          LocalDate.of(2027, 1, 15),
          Re2Groups::of);

  @Benchmark
  public List<Diagnostic> rules() {
    List<Diagnostic> found = new ArrayList<>();
    List<CheckedFile> files = new ArrayList<>();
    List<FileValues> all = new ArrayList<>();
    for (DatasetFile file : inventory.datasets()) {
      FileValues values = new FileValues(file, Set.of());
      Rules.inFile(file.kind()).forEach(rule -> rule.check(values, context, found::add));
      all.add(values);
      files.add(new CheckedFile(values, List.of(), Ignore.in(file.document())));
    }
    CheckedWorkspace checked = new CheckedWorkspace(context, all);
    Rules.ACROSS_FILES.forEach(rule -> rule.check(checked, found::add));
    List<Diagnostic> left = new Suppression(context, files).apply(found);
    if (found.isEmpty() || !left.isEmpty()) {
      throw new IllegalStateException("expected warnings, all of them ignored by comments");
    }
    return left;
  }
}
