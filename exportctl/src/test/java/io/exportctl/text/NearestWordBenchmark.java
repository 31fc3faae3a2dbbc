package io.exportctl.text;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Time to find the key that was meant by a misspelt one. */
@State(Scope.Benchmark)
public class NearestWordBenchmark {

  private final String word = "paper_work";
  private final List<String> keys =
      List.of(
          "name", "bucket", "users", "paperwork", "keep_files", "kms_key_arn", "review_by", "tags");

  @Benchmark
  public NearestWord nearestWord() {
    return NearestWord.of(word, keys).filter(NearestWord::isUnmistakable).orElseThrow();
  }
}
