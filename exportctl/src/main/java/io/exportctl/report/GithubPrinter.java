package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.Quotation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Prints each problem as an annotation for GitHub Actions. GitHub shows <a
 * href="https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations">ten of
 * each severity</a> for a step and drops the others, so the step summary lists all of them.
 */
public final class GithubPrinter implements Printer {

  private static final int SHOWN_BY_GITHUB = 10;

  private final PrintWriter out;
  private final SourceRoot root;
  private final Optional<Path> stepSummary;
  private final boolean quiet;

  /**
   * Creates a printer.
   *
   * @param stepSummary the file from which GitHub reads the step summary
   * @param quiet true to leave out the summary
   */
  public GithubPrinter(
      PrintWriter out, SourceRoot root, Optional<Path> stepSummary, boolean quiet) {
    this.out = out;
    this.root = root;
    this.stepSummary = stepSummary;
    this.quiet = quiet;
  }

  @Override
  public void print(Report report) {
    List<Diagnostic> all = report.shown().all();
    List<Diagnostic> annotated = stepSummary.isPresent() ? mostSevere(all) : all;
    annotated.forEach(problem -> out.println(annotation(problem)));
    int others = all.size() - annotated.size();
    if (others > 0) {
      notice("and " + others + " more in the summary of this job: GitHub shows ten of a kind");
    }
    if (report.hidden() > 0) {
      notice("and " + report.hidden() + " more; --max-problems 0 shows all");
    }
    stepSummary.ifPresent(file -> new StepSummary(file, root).append(report, quiet));
  }

  /** Returns the problems that GitHub shows, errors first. */
  private static List<Diagnostic> mostSevere(List<Diagnostic> all) {
    return Arrays.stream(Severity.values())
        .flatMap(
            severity ->
                all.stream()
                    .filter(problem -> problem.severity() == severity)
                    .limit(SHOWN_BY_GITHUB))
        .toList();
  }

  private void notice(String message) {
    out.println(WorkflowCommand.of("notice", message));
  }

  /** Returns an annotation whose message begins with the place, as GitHub's log shows only that. */
  private WorkflowCommand annotation(Diagnostic problem) {
    Location place = root.locate(problem.location());
    String text =
        Quotation.printable(place + ": " + problem.message())
            + problem.help().map(help -> "\nhelp: " + Quotation.printable(help)).orElse("");
    WorkflowCommand command =
        WorkflowCommand.of(problem.severity().label(), text)
            .with("file", Quotation.printable(place.file()));
    if (!place.isWholeFile()) {
      command =
          command
              .with("line", place.line())
              .with("endLine", place.line())
              .with("col", place.column())
              .with("endColumn", place.column() + place.length());
    }
    return command.with("title", problem.rule());
  }
}
