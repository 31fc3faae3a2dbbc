package io.exportctl.landing.extractor.cli;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.run.Extraction;
import io.exportctl.landing.extractor.run.Log;
import io.exportctl.landing.extractor.run.Stop;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.extractor.sink.S3Destination;
import io.exportctl.landing.extractor.sink.S3Retries;
import io.exportctl.landing.extractor.source.SourceTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The extractor: {@code run}, the default, extracts; {@code check} says what would be read. */
public final class Main {

  private static final long SECONDS_TO_STOP = 20;

  private Main() {}

  /** Runs the program and ends the process; a signal discards what was written, then ends it. */
  public static void main(String[] arguments) {
    Stop stop = new Stop();
    Thread main = Thread.currentThread();
    Thread hook = new Thread(() -> stop(stop, main), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    ExitStatus status = run(List.of(arguments), System.getenv(), System.out, System.err, stop);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends by a signal already, with the status of the signal.
      return;
    }
    System.exit(status.code());
  }

  private static void stop(Stop stop, Thread main) {
    stop.because(ExtractionException.failed("stopped by a signal"));
    try {
      main.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static ExitStatus run(
      List<String> arguments,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      Stop stop) {
    try {
      boolean check = arguments.equals(List.of("check"));
      if (!check && !arguments.isEmpty() && !arguments.equals(List.of("run"))) {
        throw ExtractionException.usage("usage: extractor [run | check]");
      }
      Settings settings = Settings.from(environment);
      Destination destination = destination(settings, environment);
      Extraction extraction =
          new Extraction(
              settings.options(), destination, InstantSource.system(), stop, new Log(out));
      if (check) {
        extraction.check().tables().forEach(it -> out.println(line(it)));
      } else {
        extraction.run();
      }
      return ExitStatus.PUBLISHED;
    } catch (ExtractionException e) {
      err.println("extractor: " + e.getMessage().replace("\n", "\nextractor: "));
      return e.status();
    }
  }

  private static String line(SourceTable table) {
    return "%s: about %d rows, %d columns%s"
        .formatted(
            table.title(),
            table.rows(),
            table.columns().size(),
            table.excludedColumns().isEmpty() ? "" : ", without " + table.excludedColumns());
  }

  private static Destination destination(Settings settings, Map<String, String> environment) {
    if (settings.target() instanceof Settings.S3Prefix s3) {
      Optional<String> endpoint = Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"));
      return new S3Destination(
          S3Clients.create(s3.roleArn(), endpoint, settings.options().dataset()),
          s3.bucket(),
          s3.prefix(),
          new S3Retries(10, Duration.ofSeconds(1)));
    }
    return new FolderDestination(Path.of(((Settings.Folder) settings.target()).path()));
  }
}
