package io.exportctl.cli;

import io.exportctl.cli.command.NoOptionCommands;
import io.exportctl.cli.command.Subcommand;
import io.exportctl.support.ExampleWorkspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import picocli.CommandLine;

/** Runs the tool inside the test's process, as {@code main} would. */
public final class Cli {

  /** When all tests run. */
  private static final Instant TODAY = Instant.parse("2027-01-15T12:00:00Z");

  /** As a distribution is laid out; the zip holds nothing. */
  private static final Path CODE =
      ExampleWorkspace.REPOSITORY.resolve(
          "exportctl/src/test/resources/installation/exportctl.jar");

  private final Path directory;
  private String input = "";
  private boolean terminal;
  private boolean fullDisk;
  private Map<String, String> variables = Map.of("NO_COLOR", "1");
  private Clock clock = Clock.fixed(TODAY, ZoneOffset.UTC);

  private Cli(Path directory) {
    this.directory = directory;
  }

  /** What one run gave. */
  public record Result(int status, String out, String err) {}

  public static Cli in(Path directory) {
    return new Cli(directory.toAbsolutePath());
  }

  public Cli withInput(String text) {
    input = text;
    return this;
  }

  /** As if a person sat there, who answers with the input. */
  public Cli onTerminal() {
    terminal = true;
    return this;
  }

  /** With a standard output that takes nothing. */
  public Cli onFullDisk() {
    fullDisk = true;
    return this;
  }

  /** With more variables than NO_COLOR. */
  public Cli withAlso(Map<String, String> more) {
    variables = new TreeMap<>(variables);
    variables.putAll(more);
    return this;
  }

  /** Without the variable NO_COLOR. */
  public Cli withColors() {
    return with(Map.of());
  }

  /** At the time that it is, as what AWS answers bears its own times. */
  public Cli now() {
    clock = Clock.systemUTC();
    return this;
  }

  /** With no variables but these. */
  public Cli with(Map<String, String> environment) {
    variables = environment;
    return this;
  }

  public Result run(String... args) {
    return run(environment -> Main.run(List.of(args), environment));
  }

  /** Also where a command line of plain words would do without a parser. */
  public Result parseAndRun(String... args) {
    return run(
        environment -> {
          Session session = new Session(environment);
          return Main.parseAndRun(List.of(args), session, new ErrorHandler(session));
        });
  }

  private Result run(ToIntFunction<Environment> tool) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = tool.applyAsInt(environment(out, err));
    return new Result(status, out.toString(), err.toString());
  }

  /** Whether a command line is run without a parser. */
  public boolean isPlain(String... args) {
    Session session = new Session(environment(new StringWriter(), new StringWriter()));
    return NoOptionCommands.command(List.of(args), session).isPresent();
  }

  /**
   * The tool as it is built for a command line, to be looked at: without one, with all commands.
   */
  public CommandLine commandLine(String... args) {
    Session session = new Session(environment(new StringWriter(), new StringWriter()));
    return Main.commandLine(session, new ErrorHandler(session), Subcommand.neededBy(List.of(args)));
  }

  private Environment environment(StringWriter out, StringWriter err) {
    return new Environment(
        directory,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(fullDisk ? new FullDisk() : out),
        new PrintWriter(err),
        variables,
        url(CODE),
        clock,
        terminal,
        terminal);
  }

  /** A writer that fails. */
  private static final class FullDisk extends Writer {

    @Override
    public void write(char[] text, int start, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
