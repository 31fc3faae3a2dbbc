package io.exportctl.lambda.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measurements of one run of a contender.
 *
 * @param seconds from the start of the process to its end
 * @param cpuSeconds processor time of the contender, user and system
 * @param serverSeconds processor time of the S3, which is this process
 * @param firstSeconds from the start of the process until the first file was moved
 * @param peakHeap bytes; of the mover only
 */
record Trial(
    int files,
    double seconds,
    double cpuSeconds,
    double serverSeconds,
    double firstSeconds,
    int requests,
    long peakHeap) {

  private static final int BATCH = 10;
  private static final long LIMIT_MINUTES = 10;

  /** Shell script that runs its arguments, and writes their processor time to a file. */
  private static final String TIMED = "\"$@\"; status=$?; times >\"$0\"; exit $status";

  private static final Pattern MINUTES = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");
  private static final Pattern PEAK = Pattern.compile("peak heap (\\d+)");

  /**
   * Runs a contender until it has moved everything.
   *
   * @throws Failure if it fails, or has lost a file
   */
  static Trial of(Contender contender, Stage stage, List<String> messages, Path scratch)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(scratch, "run");
    Path times = directory.resolve("times");
    Path events = Files.write(directory.resolve("events"), batches(messages));
    Path errors = directory.resolve("errors");
    List<String> command = new ArrayList<>(List.of("sh", "-c", TIMED, times.toString()));
    command.addAll(contender.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(events.toFile())
            .redirectOutput(directory.resolve("log").toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(Contender.environment(stage.uri(), directory));
    double serverStart = ownSeconds();
    long start = System.nanoTime();
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
    double seconds = (System.nanoTime() - start) / 1e9;
    double serverSeconds = ownSeconds() - serverStart;
    String said = Files.readString(errors);
    if (!ended || process.exitValue() != 0) {
      throw new Failure(
          contender.name()
              + (ended ? " failed with " + process.exitValue() : " takes too long")
              + "; it said:\n"
              + said);
    }
    List<String> lost = stage.lost();
    if (!lost.isEmpty()) {
      throw new Failure(contender.name() + " has lost or left " + lost.size() + ": " + lost.get(0));
    }
    Matcher peak = PEAK.matcher(said);
    return new Trial(
        stage.files(),
        seconds,
        processorSeconds(Files.readString(times)),
        serverSeconds,
        (stage.firstMoved() - start) / 1e9,
        stage.requests(),
        peak.find() ? Long.parseLong(peak.group(1)) : 0);
  }

  double filesPerSecond() {
    return files / seconds;
  }

  double requestsPerFile() {
    return (double) requests / files;
  }

  double processorMillisPerFile() {
    return cpuSeconds / files * 1000;
  }

  double serverMillisPerFile() {
    return serverSeconds / files * 1000;
  }

  private static double ownSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
        / 1000.0;
  }

  private static List<String> batches(List<String> messages) {
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < messages.size(); i += BATCH) {
      List<String> batch = messages.subList(i, Math.min(i + BATCH, messages.size()));
      batches.add("{\"Records\":[" + String.join(",", batch) + "]}");
    }
    return batches;
  }

  /** The second line is of the shell's children: user, system. */
  private static double processorSeconds(String times) {
    Matcher matcher = MINUTES.matcher(times.lines().skip(1).findFirst().orElseThrow());
    double sum = 0;
    while (matcher.find()) {
      sum += 60 * Double.parseDouble(matcher.group(1)) + Double.parseDouble(matcher.group(2));
    }
    return sum;
  }
}
