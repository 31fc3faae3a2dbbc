package io.exportctl.cli.command;

import io.exportctl.cli.Environment;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.FileCandidates;
import io.exportctl.cli.option.KindConverter;
import io.exportctl.cli.option.ReportOptions;
import io.exportctl.cli.option.Selection;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.git.Baseline;
import io.exportctl.git.ChangedFiles;
import io.exportctl.review.Removals;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports problems in datasets. */
@Command(
    name = "validate",
    description = "Say what is wrong with datasets, at its line and column.",
    footer = {
      "",
      "Examples:",
      "  exportctl validate",
      "  exportctl validate datasets/push/prison_arrivals.yaml",
      "  exportctl validate --changed-since origin/main",
      "  exportctl validate --watch",
      "  exportctl validate --kind push - < draft.yaml"
    })
final class ValidateCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Session session;

  @Parameters(
      paramLabel = "PATH",
      completionCandidates = FileCandidates.class,
      arity = "0..*",
      description = "Files or folders; \"-\" reads standard input. Default: the whole workspace.")
  private List<String> paths;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      completionCandidates = KindConverter.class,
      description = "What standard input describes: ${COMPLETION-CANDIDATES}.")
  private DatasetKind kind;

  @Option(
      names = "--changed-since",
      paramLabel = "REF",
      description =
          "Only what changed since the work here parted from that commit, by git's account:"
              + " committed, staged, changed or new files, with all rules across files.")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--watch",
      description = "Check again whenever something changes, until Ctrl-C, which exits with 0.")
  private boolean watch;

  @Mixin private final ReportOptions report;

  ValidateCommand(Session session) {
    this(session, List.of());
  }

  /**
   * Creates the command without picocli.
   *
   * @param paths files or folders from the command line
   */
  ValidateCommand(Session session, List<String> paths) {
    this.session = session;
    this.paths = paths;
    this.report = new ReportOptions(session);
  }

  @Override
  public Integer call() throws IOException {
    Instant started = session.environment().clock().instant();
    boolean standardInput = paths.contains(STANDARD_INPUT);
    if (standardInput && (kind == null || paths.size() > 1)) {
      throw new UsageException("\"-\" stands alone, with " + KindConverter.kinds("--kind "));
    }
    if (!standardInput && kind != null) {
      throw new UsageException("--kind goes with \"-\" only");
    }
    if (since.isPresent() && !paths.isEmpty()) {
      throw new UsageException("--changed-since chooses the files, expected no PATH beside it");
    }
    if (watch && (standardInput || !report.isText())) {
      throw new UsageException("--watch is for a person, expected no \"-\" and no other format");
    }
    Workspace workspace = session.workspace(paths);
    if (watch) {
      // Fails at once on a path that does not exist, which a watch would wait for.
      selection(workspace);
      return new Watch(
              session.environment(),
              workspace,
              () -> selection(workspace),
              now -> removals(workspace, now),
              report)
          .run();
    }
    Selection selection = standardInput ? Selection.standardInput() : selection(workspace);
    Inventory inventory = workspace.read();
    if (standardInput) {
      inventory = inventory.with(readStandardInput());
    }
    Diagnostics found =
        session.validator(workspace).validate(inventory).filter(selection::contains);
    List<Diagnostic> removals = removals(workspace, inventory);
    List<String> files = new ArrayList<>(selection.files(inventory));
    removals.stream()
        .map(removal -> removal.location().file())
        .filter(file -> !files.contains(file))
        .forEach(files::add);
    return report.print(found.and(removals), files, started);
  }

  /** Returns the datasets that were taken away since the commit without having been retired. */
  private List<Diagnostic> removals(Workspace workspace, Inventory inventory) {
    if (since.isEmpty()) {
      return List.of();
    }
    Environment environment = session.environment();
    Baseline baseline =
        Baseline.of(since.get(), workspace, environment.directory(), environment.variables());
    return Removals.since(baseline, workspace, ChangedFiles.since(baseline), inventory);
  }

  private Selection selection(Workspace workspace) {
    Environment environment = session.environment();
    return since.isEmpty()
        ? Selection.of(workspace, paths)
        : Selection.of(
            workspace,
            ChangedFiles.since(
                since.get(), workspace, environment.directory(), environment.variables()));
  }

  private DatasetFile readStandardInput() {
    try {
      byte[] bytes = session.environment().in().readNBytes(YamlReader.LARGEST_FILE + 1);
      return new DatasetFile(
          kind,
          Optional.empty(),
          Selection.STANDARD_INPUT,
          YamlReader.read(Selection.STANDARD_INPUT, bytes));
    } catch (IOException e) {
      throw ExportctlException.of("cannot read standard input", e);
    }
  }
}
