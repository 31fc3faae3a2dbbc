package io.exportctl.report;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.schema.Schemas;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures printing a finding: its line, its help and the fixed line. */
@State(Scope.Benchmark)
public class FindingBenchmark {

  private final Diagnostics found = found();

  /** Returns the finding for a misspelt key, which has a fix. */
  private static Diagnostics found() {
    Inventory inventory = Written.inventory(2);
    DatasetFile file = inventory.datasets().get(0);
    String text = new String(Written.bytes(file.document()), StandardCharsets.UTF_8);
    byte[] misspelt = text.replace("bucket:", "buckt:").getBytes(StandardCharsets.UTF_8);
    return new Validator(new Schemas(Bundle::read), LocalDate.of(2027, 1, 15))
        .validate(inventory.with(YamlReader.read(file.document().file(), misspelt)));
  }

  @Benchmark
  public String text() {
    StringWriter text = new StringWriter();
    new TextPrinter(new PrintWriter(text), true, true).print(found);
    if (text.toString().lines().count() != 6) {
      throw new IllegalStateException("expected a line, its help and another line, not\n" + text);
    }
    return text.toString();
  }
}
