package io.exportctl.git;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The commit that changes are counted from: the last common one of HEAD and another commit.
 *
 * @param git git in the repository
 * @param top top folder of the work tree
 * @param commit full hash of the commit
 */
public record Baseline(Program git, Path top, String commit) {

  /** Environment in which git does not prompt, does not wait for locks, and prints English. */
  static final Map<String, String> QUIET =
      Map.of(
          "LC_ALL",
          "C",
          "GIT_TERMINAL_PROMPT",
          "0",
          "GIT_OPTIONAL_LOCKS",
          "0",
          "GIT_LITERAL_PATHSPECS",
          "1");

  /**
   * Finds the merge base of a commit and the current work.
   *
   * @param commit a name that git accepts, such as {@code origin/main}
   * @param caller the user's working directory
   * @param variables the user's environment, which may name a repository, as in git hooks
   * @throws ExportctlException if git cannot answer
   */
  public static Baseline of(
      String commit, Workspace workspace, Path caller, Map<String, String> variables) {
    // Where GIT_DIR is set, the folder that git runs in may count as the top of the work tree.
    Path folder = variables.containsKey("GIT_DIR") ? caller : workspace.root();
    Map<String, String> quiet = new HashMap<>(variables);
    quiet.putAll(QUIET);
    Program git = new Program("git", folder, quiet);
    String top =
        git.ask("rev-parse", "--show-toplevel")
            .orFail("changes are only known in a clone of a repository")
            .stripTrailing();
    return new Baseline(git, Path.of(top), mergeBase(git, commit));
  }

  /** Returns the last common commit of HEAD and another commit. */
  private static String mergeBase(Program git, String commit) {
    if (!git.ask("rev-parse", "-q", "--verify", "HEAD^{commit}").isGiven()) {
      throw new ExportctlException(
          "the repository has no commits yet, so nothing can be compared; commit first");
    }
    // Git would take a name that begins with a hyphen for an option.
    if (commit.startsWith("-")
        || !git.ask("rev-parse", "-q", "--verify", commit + "^{commit}").isGiven()) {
      throw new ExportctlException(
          "git does not know the commit \"" + commit + "\"; fetch it first, or name another");
    }
    Program.Answer base = git.ask("merge-base", commit, "HEAD");
    if (!base.isGiven()) {
      throw new ExportctlException(
          "git does not find a common commit of \""
              + commit
              + "\" and HEAD; in a shallow clone, run git fetch --unshallow first");
    }
    return base.out().strip();
  }
}
