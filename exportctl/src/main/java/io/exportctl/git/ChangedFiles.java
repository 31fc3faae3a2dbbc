package io.exportctl.git;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that changed since a commit according to git: committed, staged, edited, removed or new.
 */
public final class ChangedFiles {

  /** Changed files, with symbolic links in their paths resolved. */
  private final Set<Path> files;

  /** Changed files that the commit does not contain. */
  private final Set<Path> added;

  /** The changed files and all folders above them. */
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
   * Lists the changes since the merge base of a commit and the current work.
   *
   * @param commit a name that git accepts, such as {@code origin/main}
   * @param caller the user's working directory
   * @param variables the user's environment, which may name a repository, as in git hooks
   * @throws ExportctlException if git cannot answer
   */
  public static ChangedFiles since(
      String commit, Workspace workspace, Path caller, Map<String, String> variables) {
    return since(Baseline.of(commit, workspace, caller, variables));
  }

  /**
   * Lists the changes since a commit that was found.
   *
   * @throws ExportctlException if git cannot answer
   */
  public static ChangedFiles since(Baseline baseline) {
    Program git = baseline.git();
    String remedy = "fix that, or run the command for all datasets";
    // The whole repository, as a workspace may link to files elsewhere in it. A renamed file is
    // listed under both of its names.
    String tracked =
        git.ask(
                "diff",
                "--name-status",
                "-z",
                "--no-renames",
                "--no-relative",
                "--no-ext-diff",
                baseline.commit())
            .orFail(remedy);
    // Every terraform init writes a lock file, which changes a plan only once it is committed.
    String untracked =
        git.ask(
                "ls-files",
                "--others",
                "--exclude-standard",
                "--exclude=.terraform.lock.hcl",
                "--full-name",
                "-z",
                "--",
                baseline.top().toString())
            .orFail(remedy);
    return of(baseline.top(), tracked, untracked);
  }

  /**
   * Parses the output of git.
   *
   * @param tracked pairs of a status letter, {@code A} for an added file, and a path
   * @param untracked paths
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
    // A file that was only removed from the index is in both lists, and not added.
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
          "\"" + name + "\" is not a valid file name in this locale; set LC_ALL=C.UTF-8", e);
    }
  }

  /** Returns true if a file changed, the file that it links to, or a file below a folder. */
  public boolean contains(Path path) {
    return changed.contains(link(path)) || changed.contains(real(path));
  }

  /** Resolves links in the folder of a file, but not the file itself. */
  private static Path link(Path path) {
    return real(path.getParent()).resolve(path.getFileName());
  }

  /** Returns the names of changed and removed files directly in a folder, sorted. */
  List<String> in(Path folder) {
    Path real = real(folder);
    return files.stream()
        .filter(file -> real.equals(file.getParent()))
        .map(file -> file.getFileName().toString())
        .sorted()
        .toList();
  }

  /** Returns true if a file was added since the commit. */
  boolean isAdded(Path file) {
    return added.contains(link(file));
  }

  /** Resolves symbolic links, as git does; leaves a path that does not exist unchanged. */
  private static Path real(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      throw ExportctlException.of("cannot follow " + path, e);
    }
  }
}
