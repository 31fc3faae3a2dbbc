package io.exportctl.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program whose time is measured in many runs.
 *
 * @param status the exit codes of a successful run
 * @param before an action before each run, which is not measured
 */
record Contender(
    String name,
    Path directory,
    List<String> line,
    Map<String, String> environment,
    List<Integer> status,
    Runnable before) {

  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  Contender {
    line = List.copyOf(line);
    environment = Map.copyOf(environment);
    status = List.copyOf(status);
  }

  /** Returns a program with exit code 0. */
  static Contender of(String name, List<String> line, Map<String, String> environment) {
    return new Contender(name, Path.of(""), line, environment, List.of(0), () -> {});
  }

  Contender in(Path folder) {
    return new Contender(name, folder, line, environment, status, before);
  }

  Contender endingWith(Integer... codes) {
    return new Contender(name, directory, line, environment, List.of(codes), before);
  }

  Contender after(Runnable preparation) {
    return new Contender(name, directory, line, environment, status, preparation);
  }

  /** Elapsed time and processor time of a run, in seconds. */
  record Run(double seconds, double processorSeconds) {}

  Run run() throws IOException {
    before.run();
    double processorBefore = processorSecondsOfChildren();
    long begin = System.nanoTime();
    Process process = start();
    int code = await(process);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (!status.contains(code)) {
      throw new Failure("`%s` ended with exit code %d".formatted(String.join(" ", line), code));
    }
    return new Run(seconds, processorSecondsOfChildren() - processorBefore);
  }

  /** Returns true if the program succeeds with additional variables. */
  boolean succeedsWith(Map<String, String> variables) throws IOException {
    Map<String, String> both = new TreeMap<>(environment);
    both.putAll(variables);
    return status.contains(
        await(new Contender(name, directory, line, both, status, before).start()));
  }

  /** Returns the peak resident memory in MiB, polled until the program ends. */
  double peakMemory() throws IOException {
    before.run();
    Process process = start();
    Path file = Path.of("/proc", "" + process.pid(), "status");
    double peak = 0;
    while (process.isAlive()) {
      try {
        Matcher matcher = PEAK.matcher(Files.readString(file));
        if (matcher.find()) {
          peak = Math.max(peak, Integer.parseInt(matcher.group(1)) / 1024.0);
        }
      } catch (IOException e) {
        // The process has ended meanwhile.
      }
      Thread.onSpinWait();
    }
    return peak;
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(line))
            .directory(directory.toAbsolutePath().toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new Failure("interrupted");
    }
  }

  /** Returns the processor time of ended children, to 10 ms; 0 without /proc. */
  private static double processorSecondsOfChildren() throws IOException {
    Path file = Path.of("/proc/self/stat");
    if (!Files.exists(file)) {
      return 0;
    }
    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: cutime and cstime, in ticks.
    String stat = Files.readString(file);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }
}
