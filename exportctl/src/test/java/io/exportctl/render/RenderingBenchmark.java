package io.exportctl.render;

import io.exportctl.benchmarks.Written;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How fast a dataset's file of Terraform is rendered. */
@State(Scope.Benchmark)
public class RenderingBenchmark {

  private final Inventory inventory = Written.inventory(2);
  private final Renderer renderer =
      new Renderer(new TemplateEngine(Bundle::read), Platform.read(inventory.platform()));
  private final DatasetFile push = first(DatasetKind.PUSH);
  private final DatasetFile pull = first(DatasetKind.PULL);

  private DatasetFile first(DatasetKind kind) {
    return inventory.datasets().stream()
        .filter(file -> file.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Benchmark
  public RenderedFile push() {
    return render(push);
  }

  @Benchmark
  public RenderedFile pull() {
    return render(pull);
  }

  private RenderedFile render(DatasetFile file) {
    return renderer.dataset("", RootModules.Described.by(file)).render();
  }
}
