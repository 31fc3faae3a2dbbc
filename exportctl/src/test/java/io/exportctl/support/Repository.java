package io.exportctl.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository of a test's own, whatever the machine's configuration says. */
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

  /** One that is there already. */
  public static Repository at(Path root) {
    return new Repository(root);
  }

  /** A new one in a folder; skips the test where there is no git. */
  public static Repository in(Path root) {
    Tools.require("git");
    Repository repository = at(root);
    repository.git("init", "-q", "-b", "main");
    return repository;
  }

  /** Commits all that is there. */
  public void commit() {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "a change");
  }

  /** Runs git, which must succeed. */
  public String git(String... arguments) {
    List<String> line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(arguments));
    return Command.in(root).with(ALONE).run(line).orFail();
  }
}
