package io.exportctl.git;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

  /** Without symbolic links in the path. */
  private final Set<Path> files;

  /** Those of them that the commit does not have. */
  private final Set<Path> added;

  /** The files, and all folders above them. */
  private final Set<Path> changed;

  private ChangedFiles(Path top, Set<Path> files, Set<Path> added) {
    this.files = files;
    this.added = added;
    this.changed = new HashSet<>();
    for (Path file : files) {
      Stream.iterate(file, path -> !path.equals(top), Path::getParent).forEach(changed::add);
    }
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
            .orFail("what changed is known in the clone of a repository only")
            .stripTrailing();
    String base = whereParted(git, commit);
    String remedy = "mend that, or take everything for changed";
    // The whole repository: a workspace may link to files elsewhere in it. A renamed file counts
    // under both of its names.
    String tracked =
        git.ask(
                "diff",
                "--name-status",
                "-z",
                "--no-renames",
                "--no-relative",
                "--no-ext-diff",
                base)
            .orFail(remedy);
    String untracked =
        git.ask("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", top)
            .orFail(remedy);
    return of(Path.of(top), tracked, untracked);
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

  /**
   * @param tracked by turns a letter, {@code A} for what the commit does not have, and a name
   * @param untracked names
   */
  private static ChangedFiles of(Path top, String tracked, String untracked) {
    Set<Path> files = new HashSet<>();
    Set<Path> added = new HashSet<>();
    List<String> words = words(tracked);
    for (int i = 0; i + 1 < words.size(); i += 2) {
      Path file = resolve(top, words.get(i + 1));
      files.add(file);
      if (words.get(i).equals("A")) {
        added.add(file);
      }
    }
    // What was only taken out of the index is there as before.
    words(untracked).stream()
        .map(name -> resolve(top, name))
        .filter(files::add)
        .forEach(added::add);
    return new ChangedFiles(top, files, added);
  }

  private static List<String> words(String ended) {
    return Stream.of(ended.split("\0", -1)).filter(word -> !word.isEmpty()).toList();
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
    return changed.contains(link(path)) || changed.contains(real(path));
  }

  /** Where a file lies itself, if it is a link too. */
  private static Path link(Path path) {
    return real(path.getParent()).resolve(path.getFileName());
  }

  /** The names of changed files that lie in a folder itself, those that are gone too; sorted. */
  List<String> in(Path folder) {
    Path real = real(folder);
    return files.stream()
        .filter(file -> real.equals(file.getParent()))
        .map(file -> file.getFileName().toString())
        .sorted()
        .toList();
  }

  /** Whether a file is there, or was, that the commit does not have. */
  boolean isAdded(Path file) {
    return added.contains(link(file));
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
