package io.exportctl.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the inner loops with <a href="https://github.com/openjdk/jmh">JMH</a>, and prints a
 * table in Markdown. Started by {@code exportctl/benchmarks/inner-loops}.
 */
final class InnerLoops {

  private static final String USAGE =
      """
      Usage: inner-loops [--short]
        --short  once for each loop, for a tenth of a second: says only that all of them run
      Exit codes: 0 all is well, 1 a loop failed, 2 wrong usage.
      """;

  /** Prefix of a row that is compared with the row above. */
  private static final String INSTEAD = "... ";

  /**
   * A line of the table.
   *
   * @param loop the class and method
   */
  private record Row(String what, String loop) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("read a plain file, with `DatasetYamlReader`", "ReadingBenchmark.plainReader"),
          new Row(INSTEAD + "with SnakeYAML", "ReadingBenchmark.snakeYaml"),
          new Row(
              "hold it against its schema, with `PlainSchema`", "CheckingBenchmark.plainSchema"),
          new Row(INSTEAD + "with everit", "CheckingBenchmark.everit"),
          new Row("both and all else of one file, from its bytes on", "CheckingBenchmark.file"),
          new Row("all rules over 1,000 datasets", "RulesBenchmark.rules"),
          new Row("the nearest of eight words", "NearestWordBenchmark.nearestWord"),
          new Row("the text of a finding", "FindingBenchmark.text"),
          new Row("render a push dataset", "RenderingBenchmark.push"),
          new Row("render a pull dataset", "RenderingBenchmark.pull"));

  private InnerLoops() {}

  public static void main(String[] arguments) {
    boolean isShort = List.of(arguments).equals(List.of("--short"));
    if (arguments.length > 0 && !isShort) {
      System.out.print(USAGE);
      System.exit(arguments[0].equals("--help") ? 0 : 2);
    }
    // Another JMH run on this machine must not prevent ours.
    System.setProperty("jmh.ignoreLock", "true");
    try {
      String table = table(new Runner(options(isShort).build()).run());
      new PrintStream(System.out, true, StandardCharsets.UTF_8).print(table);
    } catch (RunnerException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Returns the options of JMH, with the launcher's JVM options. */
  private static ChainedOptionsBuilder options(boolean isShort) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^io\\.exportctl\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs(
                "-XX:+UseSerialGC",
                "-Xmn4m",
                "-XX:MaxTenuringThreshold=0",
                "-XX:TieredStopAtLevel=1",
                "-XX:CICompilerCount=1");
    TimeValue time = TimeValue.milliseconds(isShort ? 100 : 500);
    return options
        .forks(isShort ? 0 : 3)
        .warmupIterations(isShort ? 0 : 4)
        .warmupTime(time)
        .measurementIterations(isShort ? 1 : 5)
        .measurementTime(time);
  }

  private static String table(Collection<RunResult> results) {
    Map<String, Result<?>> byLoop =
        results.stream().collect(Collectors.toMap(InnerLoops::loop, RunResult::getPrimaryResult));
    Set<String> rows = ROWS.stream().map(Row::loop).collect(Collectors.toSet());
    if (!byLoop.keySet().equals(rows)) {
      throw new IllegalStateException("measured " + byLoop.keySet() + ", expected " + rows);
    }
    StringBuilder table = new StringBuilder("| | time | give or take | |\n|---|--:|--:|--:|\n");
    double above = Double.NaN;
    for (Row row : ROWS) {
      Result<?> result = byLoop.get(row.loop());
      double time = result.getScore();
      // A single measurement has no error.
      double error = result.getScoreError();
      table
          .append("| " + row.what())
          .append(Table.format(" | %,.1f µs", time))
          .append(Double.isNaN(error) ? " | " : Table.format(" | %.0f %%", 100 * error / time))
          .append(
              row.what().startsWith(INSTEAD)
                  ? Table.format(" | x %.1f |\n", time / above)
                  : " | |\n");
      above = time;
    }
    return table.toString();
  }

  private static String loop(RunResult result) {
    return result.getParams().getBenchmark().replaceFirst(".*\\.(?=.*\\.)", "");
  }
}
