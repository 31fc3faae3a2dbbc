package io.exportctl.git;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Commits that changed the files in {@code datasets/}, as far as HEAD knows. Git is asked four
 * times, however many files there are.
 *
 * @param gap reason why commits are missing; empty if all are known
 * @param byFile commits by path in the workspace, the newest first
 */
public record FileHistory(Optional<String> gap, Map<String, List<Revision>> byFile) {

  public FileHistory {
    byFile = Collections.unmodifiableMap(new HashMap<>(byFile));
  }

  /**
   * Reads the history of a workspace.
   *
   * @param variables the user's environment
   */
  public static FileHistory of(Workspace workspace, Map<String, String> variables) {
    Map<String, String> quiet = new HashMap<>(variables);
    quiet.putAll(Baseline.QUIET);
    Program git = new Program("git", workspace.root(), quiet);
    try {
      return read(git);
    } catch (ExportctlException e) {
      return new FileHistory(Optional.of(e.getMessage()), Map.of());
    }
  }

  private static FileHistory read(Program git) {
    String[] place =
        git.ask("rev-parse", "--is-shallow-repository", "--show-prefix")
            .orFail("commit the datasets to a repository of git")
            .split("\n", -1);
    if (!git.ask("rev-parse", "-q", "--verify", "HEAD^{commit}").isGiven()) {
      return new FileHistory(Optional.empty(), Map.of());
    }
    byte[] log =
        git.pipe(
            new byte[0],
            "-c",
            "i18n.logOutputEncoding=UTF-8",
            "log",
            "--raw",
            "--no-abbrev",
            "-z",
            "--no-renames",
            "--no-relative",
            "--no-show-signature",
            "--no-color",
            "--format=" + LogEntry.FORMAT,
            "--",
            "datasets");
    List<LogEntry> entries = LogEntry.parse(new String(log, StandardCharsets.UTF_8));
    Map<String, byte[]> contents = contents(git, entries);
    Map<String, List<Revision>> byFile = new HashMap<>();
    for (LogEntry entry : entries) {
      if (entry.path().startsWith(place[1])) {
        byFile
            .computeIfAbsent(entry.path().substring(place[1].length()), path -> new ArrayList<>())
            .add(entry.revision(contents));
      }
    }
    Optional<String> gap =
        place[0].equals("true")
            ? Optional.of("the clone is shallow; run git fetch --unshallow first")
            : Optional.empty();
    return new FileHistory(gap, byFile);
  }

  /** Reads the contents of all versions by their ids. */
  private static Map<String, byte[]> contents(Program git, List<LogEntry> entries) {
    StringBuilder ids = new StringBuilder();
    entries.stream()
        .flatMap(entry -> entry.contents().stream())
        .distinct()
        .forEach(id -> ids.append(id).append('\n'));
    return ids.isEmpty()
        ? Map.of()
        : Blobs.parse(
            git.pipe(ids.toString().getBytes(StandardCharsets.UTF_8), "cat-file", "--batch"));
  }
}
