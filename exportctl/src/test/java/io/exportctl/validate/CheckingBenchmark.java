package io.exportctl.validate;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.rule.RuleContext;
import io.exportctl.schema.DocumentSchema;
import io.exportctl.schema.Re2Groups;
import io.exportctl.schema.Schemas;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Time to check a file against its schema, without and with reading it. */
@State(Scope.Benchmark)
public class CheckingBenchmark {

  private final Inventory inventory = Written.inventory(2);
  private final DatasetFile file = inventory.datasets().get(0);
  private final YamlDocument document = file.document();
  private final YamlNode root = document.root().orElseThrow();
  private final byte[] bytes = Written.bytes(document);
  private final DocumentSchema schema = schema("schema/" + file.kind().id() + ".schema.json");
  private final RuleContext context =
      new RuleContext(
          inventory.platform(),
          Optional.of(Platform.read(inventory.platform())),
          LocalDate.of(2027, 1, 15),
          Re2Groups::of);
  private final Validator validator = new Validator(new Schemas(Bundle::read), context.today());

  private static DocumentSchema schema(String path) {
    return DocumentSchema.read(path, Bundle::read);
  }

  @Benchmark
  public void plainSchema() {
    if (!schema.violations(root).equals(Optional.of(List.of()))) {
      throw new IllegalStateException("left to the schema library");
    }
  }

  @Benchmark
  public List<Diagnostic> everit() {
    return none(schema.refused(document, root, List::of));
  }

  /** Everything done for each file of a workspace, except opening it. */
  @Benchmark
  public List<Diagnostic> file() {
    return none(
        validator.check(file.with(YamlReader.read(document.file(), bytes)), context).found());
  }

  private static List<Diagnostic> none(List<Diagnostic> found) {
    if (!found.isEmpty()) {
      throw new IllegalStateException(found.toString());
    }
    return found;
  }
}
