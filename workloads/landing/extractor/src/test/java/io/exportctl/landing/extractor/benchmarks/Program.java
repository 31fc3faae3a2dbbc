package io.exportctl.landing.extractor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that reads the table.
 *
 * @param rows the number that it has to print
 */
record Program(String name, List<String> command, Map<String, String> environment, long rows) {

  /** Times of a shell's children as it prints them: minutes and seconds, of user and of kernel. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  /**
   * Runs the program.
   *
   * @throws IllegalStateException if it fails or reads another number of rows
   */
  Usage run(Source source, Path scratch) throws Exception {
    double server = source.seconds();
    long start = System.nanoTime();
    Path out = scratch.resolve("out");
    List<String> timed =
        new ArrayList<>(List.of("bash", "-c", "\"$@\" >\"$OUT\" && times", "bash"));
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("OUT", out.toString());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    double elapsed = (System.nanoTime() - start) / 1e9;
    Matcher times = TIMES.matcher(said);
    if (status != 0 || !times.find() || !hasRows(out)) {
      throw new IllegalStateException("%s failed: %s".formatted(name, said));
    }
    return new Usage(source.seconds() - server, seconds(times, 1) + seconds(times, 3), elapsed);
  }

  private static double seconds(Matcher times, int group) {
    return 60 * Integer.parseInt(times.group(group)) + Double.parseDouble(times.group(group + 1));
  }

  private boolean hasRows(Path out) throws IOException {
    return Pattern.compile("\\b" + rows + "\\b").matcher(Files.readString(out)).find();
  }
}
