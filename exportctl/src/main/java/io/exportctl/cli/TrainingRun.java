package io.exportctl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the most used commands in a temporary folder. The build starts it once, to record the
 * classes that the CDS archive is made of.
 */
final class TrainingRun {

  private static final List<String> VALID =
      List.of(
          "--version",
          "new push rehearsed --bucket target-bucket-name --user alpha_user_rehearsed"
              + " --paperwork https://example.org/dpia",
          "new pull rehearsed --pull-arn arn:aws:iam::210987654321:role/reader"
              + " --user alpha_user_one --paperwork https://example.org/dpia",
          "list",
          "show push/rehearsed",
          "handshake push/rehearsed",
          "validate",
          "render",
          "render --check --diff");

  private static final List<String> INVALID =
      List.of(
          "validate",
          "validate --format github",
          "validate --format json",
          "explain unknown-key",
          "fix",
          "__complete -- val",
          "help validate");

  /** With a width, so that no process is started: which classes that loads depends on timing. */
  private static final Map<String, String> VARIABLES = Map.of("COLUMNS", "80");

  /** Stands still, as reports print milliseconds and seconds with different classes. */
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private TrainingRun() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("exportctl");
    try {
      Path datasets = Files.createDirectories(folder.resolve("datasets/push")).getParent();
      Files.createDirectory(datasets.resolve("pull"));
      write("platform.yaml", datasets);
      VALID.forEach(line -> run(line, folder, ExitStatus.FINE));
      write("mistaken.yaml", datasets.resolve("push"));
      write("mistyped.yaml", datasets.resolve("push"));
      INVALID.forEach(line -> run(line, folder, ExitStatus.FINDINGS));
    } finally {
      remove(folder);
    }
  }

  private static void write(String name, Path folder) throws IOException {
    try (InputStream in = TrainingRun.class.getResourceAsStream("training/" + name)) {
      Files.copy(in, folder.resolve(name));
    }
  }

  /**
   * Runs one command line.
   *
   * @param highest highest accepted exit code; failing commands load classes that successful ones
   *     do not
   */
  private static void run(String line, Path folder, int highest) {
    PrintWriter nowhere =
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            folder,
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            VARIABLES,
            TrainingRun.class.getProtectionDomain().getCodeSource().getLocation(),
            CLOCK,
            false,
            true);
    int status = Main.run(List.of(line.split(" ", -1)), environment);
    if (status > highest) {
      throw new IllegalStateException("exportctl " + line + " exits with " + status);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
