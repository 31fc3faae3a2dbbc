package io.exportctl.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to happen to one file of the folder.
 *
 * @param path inside the folder, with forward slashes
 * @param before empty for a new file
 * @param after empty for a file that goes
 */
public record Change(String path, Optional<String> before, Optional<String> after) {

  /** What a change does to its file. */
  public enum Kind {
    CREATE("created"),
    CHANGE("changed"),
    REMOVE("removed");

    private final String done;

    Kind(String done) {
      this.done = done;
    }

    /** The word for what was done. */
    public String done() {
      return done;
    }

    /** The word for what would be done. */
    public String would() {
      return "would " + name().toLowerCase(Locale.ROOT);
    }
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.CREATE;
    }
    return after.isEmpty() ? Kind.REMOVE : Kind.CHANGE;
  }

  /**
   * The change as a unified diff, with a line break at its end.
   *
   * @param display the path as it is printed
   */
  public String diff(String display) {
    List<String> old = before.map(String::lines).map(Stream::toList).orElse(List.of());
    List<String> now = after.map(String::lines).map(Stream::toList).orElse(List.of());
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? display : "/dev/null",
            after.isPresent() ? display : "/dev/null",
            old,
            DiffUtils.diff(old, now),
            3);
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
