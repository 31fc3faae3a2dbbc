package io.exportctl.benchmarks;

import io.exportctl.support.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the elapsed time, processor time and memory of a program.
 *
 * @param line the program and its arguments
 * @param deadline the {@link System#nanoTime} at which it is stopped
 */
record Measurement(
    Path directory, List<String> line, Map<String, String> environment, long deadline) {

  private static final long SAMPLE_MILLIS = 50;

  /** Shell script that runs its arguments and writes the processor times to a file. */
  private static final String TIMED = "\"$@\"; status=$?; times >\"$0\"; exit $status";

  private static final Pattern MINUTES = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

  Measurement {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
  }

  /**
   * Result of a successful run.
   *
   * @param seconds the elapsed time
   * @param cpuSeconds the processor time of the program and its children
   * @param mebibytes the peak memory; 0 without /proc
   */
  record Result(double seconds, double cpuSeconds, double mebibytes, String out) {}

  Measurement with(Map<String, String> more) {
    Map<String, String> both = new TreeMap<>(environment);
    both.putAll(more);
    return new Measurement(directory, line, both, deadline);
  }

  /**
   * Runs the program to its end.
   *
   * @throws Failure if it fails or exceeds the deadline
   */
  Result run() throws IOException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path times = Files.createTempFile(directory, "times", ".txt");
    long begin = System.nanoTime();
    Process process = start(out, times);
    long peak = awaitEnd(process);
    double seconds = (System.nanoTime() - begin) / 1e9;
    String text = Files.readString(out);
    if (process.exitValue() != 0) {
      throw new Failure(
          "`%s` ended with exit code %d\n%s"
              .formatted(name(), process.exitValue(), Output.last(text)));
    }
    double cpuSeconds = cpuSeconds(Files.readString(times));
    Files.delete(out);
    Files.delete(times);
    return new Result(seconds, cpuSeconds, peak / 1024.0 / 1024.0, text);
  }

  private Process start(Path out, Path times) throws IOException {
    List<String> timed = new ArrayList<>(List.of("sh", "-c", TIMED, times.toString()));
    timed.addAll(line);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(Measurement::disturbs);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for the end; returns the peak memory in bytes. */
  private long awaitEnd(Process process) {
    long peak = 0;
    try {
      while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, resident(process));
        if (System.nanoTime() > deadline) {
          Processes.kill(Processes.tree(process));
          throw new Failure("`" + name() + "` was stopped, time is up; --minutes allows more");
        }
      }
    } catch (InterruptedException e) {
      throw new Failure("`" + name() + "` was interrupted");
    }
    return peak;
  }

  /** Returns the program and its subcommand. */
  private String name() {
    return Path.of(line.get(0)).getFileName() + " " + line.get(1);
  }

  /** Returns true for variables of the caller's own work with terraform and AWS. */
  private static boolean disturbs(String variable) {
    return variable.startsWith("AWS_")
        || (variable.startsWith("TF_")
            && !Set.of("TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR").contains(variable));
  }

  /** Returns the sum of the output of the shell's {@code times}. */
  private static double cpuSeconds(String times) {
    return MINUTES
        .matcher(times)
        .results()
        .mapToDouble(
            match -> 60.0 * Integer.parseInt(match.group(1)) + Double.parseDouble(match.group(2)))
        .sum();
  }

  /** Returns the resident bytes of a process tree; shared memory counts several times. */
  private static long resident(Process process) {
    return Processes.tree(process).mapToLong(Measurement::resident).sum();
  }

  private static long resident(ProcessHandle process) {
    try {
      Path status = Path.of("/proc", "" + process.pid(), "status");
      Matcher matcher = RESIDENT.matcher(Files.readString(status));
      return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
    } catch (IOException e) {
      // The process has ended meanwhile.
      return 0;
    }
  }
}
