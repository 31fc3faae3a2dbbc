package io.exportctl.validate;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.workspace.Inventory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How fast all rules look at all datasets, and what comments ignore is taken out. */
@State(Scope.Benchmark)
public class RulesBenchmark {

  private final Inventory inventory = Written.inventory(1_000);
  private final Optional<Platform> platform = Optional.of(Platform.read(inventory.platform()));

  @Benchmark
  public List<Diagnostic> rules() {
    Checked checked = new Checked(inventory, platform, Map.of(), LocalDate.of(2027, 1, 15));
    List<Diagnostic> found = Rules.ALL.stream().flatMap(rule -> rule.check(checked)).toList();
    List<Diagnostic> left = new Suppression(checked).apply(found);
    if (found.isEmpty() || !left.isEmpty()) {
      throw new IllegalStateException("expected warnings, all of them ignored by comments");
    }
    return left;
  }
}
