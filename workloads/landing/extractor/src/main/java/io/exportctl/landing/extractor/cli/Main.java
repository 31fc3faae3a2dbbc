package io.exportctl.landing.extractor.cli;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.run.Extraction;
import io.exportctl.landing.extractor.run.Log;
import io.exportctl.landing.extractor.run.Stop;
import io.exportctl.landing.extractor.run.VerdictWait;
import io.exportctl.landing.extractor.sink.Destination;
import io.exportctl.landing.extractor.sink.FolderDestination;
import io.exportctl.landing.extractor.sink.S3Destination;
import io.exportctl.landing.extractor.sink.S3Retries;
import io.exportctl.landing.extractor.source.SourceTable;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The extractor: {@code run}, the default, extracts; {@code check} says what would be read; {@code
 * keys} checks a listing of keys.
 */
public final class Main {

  private static final String USAGE = "usage: extractor [run | check | keys FILE]";
  private static final long SECONDS_TO_STOP = 20;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private final Streams streams;
  private final Stop stop;

  private Main(Map<String, String> environment, Streams streams, Stop stop) {
    this.environment = environment;
    this.streams = streams;
    this.stop = stop;
  }

  /**
   * The program's streams.
   *
   * @param isTerminal true if a person sees {@code err}
   */
  record Streams(InputStream in, PrintStream out, PrintStream err, boolean isTerminal) {}

  /** Runs the program and ends the process; a signal discards what was written, then ends it. */
  public static void main(String[] arguments) {
    Stop stop = new Stop();
    Thread main = Thread.currentThread();
    Thread hook = new Thread(() -> stop(stop, main), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    Streams streams = new Streams(System.in, System.out, System.err, isTerminal());
    ExitStatus status = run(List.of(arguments), System.getenv(), streams, stop);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends by a signal already, with the status of the signal.
      return;
    }
    System.exit(status.code());
  }

  /** From Java 22 on, only the console of this name is null where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
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
      List<String> arguments, Map<String, String> environment, Streams streams, Stop stop) {
    try {
      return new Main(environment, streams, stop).run(arguments);
    } catch (ExtractionException e) {
      tell(streams.err(), e.getMessage());
      return e.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tell(streams.err(), "interrupted");
      return ExitStatus.FAILED;
    }
  }

  private static void tell(PrintStream err, String message) {
    err.println("extractor: " + Texts.printable(message).replace("\n", "\nextractor: "));
  }

  private ExitStatus run(List<String> arguments) throws InterruptedException {
    if (arguments.size() == 2 && arguments.get(0).equals("keys")) {
      KeysCommand command =
          new KeysCommand(Settings.keyPrefix(environment), streams.out(), streams.err());
      return command.run(arguments.get(1), streams.in());
    }
    boolean check = arguments.equals(List.of("check"));
    if (!check && !arguments.isEmpty() && !arguments.equals(List.of("run"))) {
      throw ExtractionException.usage(USAGE);
    }
    Settings settings = Settings.from(environment);
    settings.warnings().forEach(it -> tell(streams.err(), "warning: " + it));
    extract(settings, check);
    return ExitStatus.PUBLISHED;
  }

  private void extract(Settings settings, boolean check) throws InterruptedException {
    InstantSource clock = InstantSource.system();
    Optional<PrintStream> terminal =
        streams.isTerminal() ? Optional.of(streams.err()) : Optional.empty();
    Log log = new Log(streams.out(), clock, terminal);
    Destination destination = destination(settings, environment);
    Extraction extraction = new Extraction(settings.options(), destination, clock, stop, log);
    if (check) {
      extraction.check().tables().forEach(it -> streams.out().println(line(it)));
      return;
    }
    Manifest manifest = extraction.run();
    if (destination instanceof S3Destination s3 && !settings.waitTime().isZero()) {
      Keys keys = Keys.of(manifest.dataset(), manifest.extractionTimestamp());
      new VerdictWait(s3, settings.waitTime(), LOOK_EVERY, stop, log).await(keys);
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
