package io.exportctl.git;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Commits of the repository that a workspace is in. */
public final class History {

  private History() {}

  /**
   * Returns true if no commit holds a file. Returns false if that is not known: without git,
   * outside of a repository, in a shallow clone.
   *
   * @param variables the user's environment
   */
  public static boolean lacks(Path file, Workspace workspace, Map<String, String> variables) {
    Map<String, String> quiet = new HashMap<>(variables);
    quiet.put("LC_ALL", "C");
    Program git = new Program("git", workspace.root(), quiet);
    try {
      Program.Answer shallow = git.ask("rev-parse", "--is-shallow-repository");
      if (!shallow.isGiven() || !shallow.out().strip().equals("false")) {
        return false;
      }
      // In any folder, as the workspace may have been moved within the repository.
      String anywhere = ":(top,glob)**/" + workspace.source(file);
      Program.Answer commits = git.ask("log", "--all", "-1", "--format=%H", "--", anywhere);
      return commits.isGiven() && commits.out().isBlank();
    } catch (ExportctlException e) {
      // Git is not installed.
      return false;
    }
  }
}
