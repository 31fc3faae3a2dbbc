package io.exportctl.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository for a test, independent of the machine's git configuration. */
public final class Repository {

  private static final Map<String, String> ALONE =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_AUTHOR_NAME", "a",
          "GIT_AUTHOR_EMAIL", "a@example.org",
          "GIT_COMMITTER_NAME", "a",
          "GIT_COMMITTER_EMAIL", "a@example.org");

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /** Opens an existing repository. */
  public static Repository at(Path root) {
    return new Repository(root);
  }

  /** Creates a repository in a folder; skips the test if git is missing. */
  public static Repository in(Path root) {
    Tools.require("git");
    Repository repository = at(root);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  /** Commits all files. */
  public void commit() {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "a change");
  }

  /** Runs git; fails if git fails. */
  public String git(String... arguments) {
    List<String> line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(arguments));
    return Command.in(root).with(ALONE).run(line).orFail();
  }
}
