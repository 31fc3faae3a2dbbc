package io.exportctl.landing.extractor.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.landing.extractor.source.DatabaseSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built jar as a process, with the garbage collector of the image. */
public final class ExtractorProcess {

  private final Process process;
  private final Path log;

  private ExtractorProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the program.
   *
   * @param heap such as {@code 96m}
   * @param log file for both of its streams
   */
  public static ExtractorProcess start(String heap, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-jar",
                System.getProperty("extractor.jar")));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new ExtractorProcess(builder.start(), log);
  }

  /** Environment for an extraction into a folder. */
  public static Map<String, String> environment(DatabaseSettings database, Path folder)
      throws IOException {
    Map<String, String> environment = environment(database);
    environment.put("LOCAL_EXPORT_DESTINATION", Files.createDirectories(folder).toString());
    return environment;
  }

  /** Environment for an extraction into a bucket. */
  public static Map<String, String> environment(
      DatabaseSettings database, String bucket, URI endpoint) {
    Map<String, String> environment = environment(database);
    environment.put("S3_DESTINATION", "s3://" + bucket + "/x/");
    environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    environment.put("AWS_REGION", "eu-west-2");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    return environment;
  }

  private static Map<String, String> environment(DatabaseSettings database) {
    return new HashMap<>(
        Map.of(
            "PGHOST", database.host(),
            "PGPORT", Integer.toString(database.port()),
            "PGDATABASE", database.database(),
            "PGUSER", database.user(),
            "PGSSLMODE", "disable",
            "DATASET", "case_notes_dev"));
  }

  public Process process() {
    return process;
  }

  /** Waits for the end, and returns the exit code. */
  public int await() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the extractor does not end");
    }
    return process.exitValue();
  }

  public String log() throws IOException {
    return Files.readString(log, UTF_8);
  }

  /** Waits for the end, and returns the largest resident memory in KiB that was seen. */
  public long awaitMemory() throws IOException, InterruptedException {
    long largest = 0;
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            largest = Long.parseLong(line.replaceAll("\\D", ""));
          }
        }
      } catch (NoSuchFileException e) {
        // The process has just ended.
      }
    }
    return largest;
  }
}
