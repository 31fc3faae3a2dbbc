package io.exportctl.benchmarks;

import io.exportctl.support.Folders;
import io.exportctl.support.WatchedTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the latency of {@code validate --watch} after a change of one file, and prints a table
 * in Markdown. Started by {@code exportctl/benchmarks/watch-latency}, with numbers of datasets.
 */
final class WatchLatency {

  private static final int CHANGES = 60;

  /** Changes that are not measured, while the JIT compiler warms up. */
  private static final int WARM_UP = 20;

  private static final Pattern ELAPSED = Pattern.compile("\\((\\d+) ms\\)\n$");

  private WatchLatency() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String[] sizes = arguments.length == 0 ? new String[] {"10", "1000", "10000"} : arguments;
    System.out.println("| datasets | noticed to printed | saved to printed | slowest of these |");
    System.out.println("|--:|--:|--:|--:|");
    for (String size : sizes) {
      Path root = Files.createTempDirectory("watch-latency").toRealPath();
      try {
        System.out.println(measure(Integer.parseInt(size), root));
      } finally {
        Folders.deleteAll(root);
      }
    }
  }

  private static String measure(int size, Path root) throws IOException, InterruptedException {
    Datasets.write(size, root.resolve("datasets"));
    Path launcher = Path.of(System.getProperty("launcher")).normalize();
    Path file = root.resolve("datasets/platform.yaml");
    try (var folder = Files.list(root.resolve("datasets/push"))) {
      file = folder.sorted().findFirst().orElse(file);
    }
    String text = Files.readString(file);
    List<Double> all = new ArrayList<>();
    List<Double> own = new ArrayList<>();
    try (WatchedTool tool = WatchedTool.start(launcher, root, root.resolve("out.txt"))) {
      tool.next();
      for (int change = 0; change < CHANGES; change++) {
        boolean broken = change % 2 == 0;
        long start = System.nanoTime();
        Files.writeString(file, broken ? text.replace("bucket:", "buckt:") : text);
        String result = tool.nextWith(broken ? "1 error in " : "no problems in ");
        if (change >= WARM_UP) {
          all.add((System.nanoTime() - start) / 1e6);
          Matcher elapsed = ELAPSED.matcher(result);
          if (elapsed.find()) {
            own.add(Double.valueOf(elapsed.group(1)));
          }
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "| %,d | %.0f ms | %.0f ms | %.0f ms |",
        size,
        median(own),
        median(all),
        Collections.max(all));
  }

  private static double median(List<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
  }
}
