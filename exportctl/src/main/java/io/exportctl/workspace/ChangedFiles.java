package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What git says is not as it was: committed since, staged, changed, removed or new. */
public final class ChangedFiles {

  /** It asks nobody, waits for no lock, and answers in English. */
  private static final Map<String, String> QUIET =
      Map.of(
          "LC_ALL",
          "C",
          "GIT_TERMINAL_PROMPT",
          "0",
          "GIT_OPTIONAL_LOCKS",
          "0",
          "GIT_LITERAL_PATHSPECS",
          "1");

  /** With all folders above them, without symbolic links in the path. */
  private final Set<Path> changed;

  private ChangedFiles(Set<Path> changed) {
    this.changed = changed;
  }

  /**
   * What changed since the work in a workspace parted from a commit.
   *
   * @param commit as git calls it, such as {@code origin/main}
   * @param caller where the user is
   * @param variables of the user, who may name a repository in them as hooks do
   * @throws ExportctlException where git cannot tell
   */
  public static ChangedFiles since(
      String commit, Workspace workspace, Path caller, Map<String, String> variables) {
    // Where GIT_DIR is set, the folder that git runs in may count as the top of the work tree.
    Path folder = variables.containsKey("GIT_DIR") ? caller : workspace.root();
    Map<String, String> quiet = new HashMap<>(variables);
    quiet.putAll(QUIET);
    Program git = new Program("git", folder, quiet);
    String top =
        git.ask("rev-parse", "--show-toplevel")
            .orFail("--changed-since is for the clone of a repository")
            .stripTrailing();
    String base = whereParted(git, commit);
    String remedy = "mend that, or validate everything";
    // The whole repository: a workspace may link to files elsewhere in it. A renamed file counts
    // under both of its names.
    String tracked =
        git.ask("diff", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff", base)
            .orFail(remedy);
    String untracked =
        git.ask("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", top)
            .orFail(remedy);
    return new ChangedFiles(paths(Path.of(top), tracked + untracked));
  }

  /** The commit that the present work and another have in common. */
  private static String whereParted(Program git, String commit) {
    // No name of a commit begins so: git would take it for an option.
    if (commit.startsWith("-")
        || !git.ask("rev-parse", "-q", "--verify", commit + "^{commit}").isGiven()) {
      throw new ExportctlException(
          "git knows no commit \"" + commit + "\"; fetch it first, or name another");
    }
    Program.Answer base = git.ask("merge-base", commit, "HEAD");
    if (!base.isGiven()) {
      throw new ExportctlException(
          "git finds no commit that \""
              + commit
              + "\" and HEAD have in common; in a shallow clone, run git fetch --unshallow first");
    }
    return base.out().strip();
  }

  private static Set<Path> paths(Path top, String names) {
    Set<Path> paths = new HashSet<>();
    for (String name : names.split("\0", -1)) {
      if (!name.isEmpty()) {
        Stream.iterate(resolve(top, name), path -> !path.equals(top), Path::getParent)
            .forEach(paths::add);
      }
    }
    return paths;
  }

  private static Path resolve(Path top, String name) {
    try {
      return top.resolve(name);
    } catch (InvalidPathException e) {
      throw new ExportctlException(
          "\"" + name + "\" is no file name in this locale; set LC_ALL=C.UTF-8", e);
    }
  }

  /** Whether a file changed, or the one that it links to, or something in a folder. */
  public boolean contains(Path path) {
    Path link = real(path.getParent()).resolve(path.getFileName());
    return changed.contains(link) || changed.contains(real(path));
  }

  /** Git gives paths without symbolic links in them. What is gone stays as it is written. */
  private static Path real(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      throw ExportctlException.of("cannot follow " + path, e);
    }
  }
}
