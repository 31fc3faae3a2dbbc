package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.git.Program;
import io.exportctl.kind.Kinds;
import io.exportctl.scaffold.WorkspaceUpgrade;
import io.exportctl.scaffold.WorkspaceUpgrade.FileChange;
import io.exportctl.text.Quantity;
import io.exportctl.workspace.Installation;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the files of an older version in a workspace up to date. */
final class Upgrade {

  private static final String NEXT =
      """
      next:
        1. git diff: what changed; git restore FILE takes a change back
        2. exportctl render, then terraform plan
        3. name this version in .github/workflows/exports.yaml
      """;

  private final Session session;
  private final Workspace workspace;

  Upgrade(Session session, Workspace workspace) {
    this.session = session;
    this.workspace = workspace;
  }

  /**
   * Writes the changes, or prints them.
   *
   * @param diff true to print them line by line instead
   * @return one of {@link ExitStatus}
   */
  int run(boolean diff) {
    WorkspaceUpgrade upgrade =
        WorkspaceUpgrade.of(
            workspace,
            Installation.around(session.environment().code()).artifacts(Kinds.bundledPrograms()));
    List<FileChange> changes = upgrade.changes();
    PrintWriter out = session.out();
    if (diff) {
      changes.forEach(this::printDiff);
      return changes.isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
    }
    if (changes.isEmpty()) {
      out.println("up to date");
      return ExitStatus.FINE;
    }
    checkCommitted(changes);
    upgrade.apply();
    changes.forEach(change -> out.println(verb(change) + " " + display(change)));
    out.println(Quantity.of(changes.size(), "file") + " written or removed");
    out.print(NEXT);
    return ExitStatus.FINE;
  }

  /** Refuses if git could not take the changes back. */
  private void checkCommitted(List<FileChange> changes) {
    List<String> question =
        new ArrayList<>(List.of("status", "--porcelain", "--untracked-files=all", "--"));
    changes.forEach(change -> question.add(change.path().toString()));
    Program git = new Program("git", workspace.root(), session.environment().variables());
    String remedy =
        "commit the workspace first, so that git can take changes back; --diff writes nothing";
    String uncommitted = git.ask(question.toArray(String[]::new)).orFail(remedy);
    if (!uncommitted.isEmpty()) {
      String first = uncommitted.lines().findFirst().orElseThrow().substring("XY ".length());
      throw new ExportctlException(first + " is not committed; " + remedy);
    }
  }

  private void printDiff(FileChange change) {
    String shown = display(change);
    if (!shown.endsWith(".tf") && !shown.endsWith(".hcl") && !shown.endsWith(".json")) {
      session.out().println("Binary file " + shown + " differs");
      return;
    }
    FileDiff.print(
        change.before().isPresent() ? shown : "/dev/null",
        text(change.before()),
        change.after().isPresent() ? shown : "/dev/null",
        text(change.after()),
        session.out());
  }

  private String display(FileChange change) {
    return printable(workspace.display(change.path()));
  }

  private static String verb(FileChange change) {
    if (change.before().isEmpty()) {
      return "created";
    }
    return change.after().isEmpty() ? "removed" : "changed";
  }

  private static String text(Optional<byte[]> content) {
    return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
  }
}
