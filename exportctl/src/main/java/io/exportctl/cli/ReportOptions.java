package io.exportctl.cli;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.report.Format;
import io.exportctl.report.Printer;
import io.exportctl.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;

/** How what was found is printed. */
final class ReportOptions {

  private final ExportctlCommand top;

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
      description = "Show no more than the first N; all are counted. Default: 0, show all.")
  private int maxProblems;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print problems only: no summary.")
  private boolean quiet;

  @Option(names = "--strict", description = "Let warnings count as errors.")
  private boolean strict;

  ReportOptions(ExportctlCommand top) {
    this.top = top;
  }

  /**
   * Prints what was found.
   *
   * @param started when the command was
   * @return one of {@link ExitStatus}
   */
  int print(Diagnostics found, List<String> files, Instant started) {
    Diagnostics weighed = strict ? found.asErrors() : found;
    int limit = maxProblems == 0 ? Report.NO_LIMIT : maxProblems;
    Duration elapsed = Duration.between(started, top.environment().clock().instant());
    printer().print(new Report(weighed, files, elapsed, limit));
    return weighed.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private Printer printer() {
    return switch (format) {
      case TEXT -> top.textPrinter(quiet);
    };
  }
}
