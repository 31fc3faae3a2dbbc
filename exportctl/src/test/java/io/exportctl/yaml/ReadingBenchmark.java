package io.exportctl.yaml;

import io.exportctl.benchmarks.Written;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How fast a plain file is read, by the reader for such and by that for all. */
@State(Scope.Benchmark)
public class ReadingBenchmark {

  private final byte[] bytes = Written.bytes(Written.inventory(2).datasets().get(0).document());

  @Benchmark
  public YamlDocument plainReader() {
    return DatasetYamlReader.read("x.yaml", bytes).orElseThrow();
  }

  @Benchmark
  public YamlDocument snakeYaml() {
    YamlDocument document = YamlReader.readAny("x.yaml", bytes);
    if (!document.problems().isEmpty()) {
      throw new IllegalStateException(document.problems().toString());
    }
    return document;
  }
}
