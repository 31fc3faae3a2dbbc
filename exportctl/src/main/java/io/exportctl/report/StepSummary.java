package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.text.Markdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Markdown file that GitHub shows for a step. GitHub <a
 * href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits">drops</a>
 * a file of more than 1 MiB.
 */
record StepSummary(Path file, SourceRoot root) {

  private static final int LARGEST = 1 << 20;

  /** Bytes reserved for the lines around the table. */
  private static final int RESERVE = 500;

  /**
   * Appends the problems as a table, as far as there is room.
   *
   * @param quiet true to leave out the summary
   * @throws ExportctlException if the file cannot be written
   */
  void append(Report report, boolean quiet) {
    try {
      long left = LARGEST - RESERVE - (Files.exists(file) ? Files.size(file) : 0);
      Files.writeString(
          file,
          markdown(report, quiet, left),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw ExportctlException.of("cannot write GITHUB_STEP_SUMMARY " + file, e);
    }
  }

  private String markdown(Report report, boolean quiet, long left) {
    if (left <= 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    if (!quiet) {
      text.append("### exportctl: ").append(Summary.of(report)).append("\n\n");
    }
    List<Diagnostic> all = report.shown().all();
    if (all.isEmpty()) {
      return text.toString();
    }
    text.append("| Where | | What | Rule |\n|---|---|---|---|\n");
    long bytes = 0;
    for (int i = 0; i < all.size(); i++) {
      String row = row(all.get(i));
      bytes += row.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > left) {
        return text + "\nand " + (all.size() - i) + " more that GitHub has no room for\n";
      }
      text.append(row);
    }
    return text.append('\n').toString();
  }

  private String row(Diagnostic problem) {
    String what =
        Markdown.literal(problem.message())
            + problem.help().map(help -> "<br>help: " + Markdown.literal(help)).orElse("");
    return Stream.of(
            Markdown.literal(root.locate(problem.location()).toString()),
            problem.severity().label(),
            what,
            problem.rule().id())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
