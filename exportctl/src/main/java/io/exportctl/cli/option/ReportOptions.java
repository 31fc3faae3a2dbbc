package io.exportctl.cli.option;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.Version;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.report.Format;
import io.exportctl.report.GithubPrinter;
import io.exportctl.report.JsonPrinter;
import io.exportctl.report.JunitPrinter;
import io.exportctl.report.Printer;
import io.exportctl.report.Report;
import io.exportctl.report.SarifPrinter;
import io.exportctl.report.SourceRoot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for the output of findings. */
public final class ReportOptions {

  /** Converts the maximum number of problems to print. */
  private static final class LimitConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String value) {
      if (!value.matches("[0-9]{1,9}")) {
        throw new TypeConversionException(
            "\"" + value + "\" is not a number of problems, expected 0 or more");
      }
      int limit = Integer.parseInt(value);
      return limit == 0 ? Report.NO_LIMIT : limit;
    }
  }

  /** Converts the name of a format. */
  private static final class FormatConverter extends WordConverter<Format> {

    FormatConverter() {
      super("a format", List.of(Format.values()));
    }
  }

  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      completionCandidates = FormatConverter.class,
      description = "${COMPLETION-CANDIDATES}. Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--max-problems",
      paramLabel = "N",
      converter = LimitConverter.class,
      description = "Show no more than the first N; all are counted. Default: 0, show all.")
  private int limit = Report.NO_LIMIT;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print problems only: no summary.")
  private boolean quiet;

  @Option(names = "--strict", description = "Let warnings count as errors.")
  private boolean strict;

  public ReportOptions(Session session) {
    this.session = session;
  }

  /**
   * Prints findings.
   *
   * @param started time at which the command started
   * @return one of {@link ExitStatus}
   */
  public int print(Diagnostics found, List<String> files, Instant started) {
    Diagnostics weighed = strict ? found.asErrors() : found;
    Duration elapsed = Duration.between(started, session.environment().clock().instant());
    printer().print(new Report(weighed, files, elapsed, limit));
    return weighed.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  /** Returns true if the findings are printed as text. */
  public boolean isText() {
    return format == Format.TEXT;
  }

  private Printer printer() {
    PrintWriter out = session.out();
    return switch (format) {
      case TEXT -> session.textPrinter(quiet);
      case JSON -> new JsonPrinter(out, Version.number(), quiet);
      case GITHUB -> new GithubPrinter(out, sourceRoot(), stepSummary(), quiet);
      case SARIF -> new SarifPrinter(out, Version.number(), sourceRoot());
      case JUNIT -> new JunitPrinter(out, sourceRoot());
    };
  }

  private SourceRoot sourceRoot() {
    return SourceRoot.of(session.folder(), session.environment().variables());
  }

  /** Returns the file of the job summary on GitHub; empty elsewhere. */
  private Optional<Path> stepSummary() {
    return Optional.ofNullable(session.environment().variables().get("GITHUB_STEP_SUMMARY"))
        .filter(path -> !path.isEmpty())
        .map(session.folder()::resolve);
  }
}
