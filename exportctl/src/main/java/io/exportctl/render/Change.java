package io.exportctl.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creation, change or removal of one file in the folder.
 *
 * @param path path inside the folder, with forward slashes
 * @param before empty for a new file
 * @param after empty for a file that is removed
 */
public record Change(String path, Optional<String> before, Optional<String> after) {

  /** Effect of a change on its file. */
  public enum Kind {
    CREATE("created"),
    CHANGE("changed"),
    REMOVE("removed");

    private final String done;

    Kind(String done) {
      this.done = done;
    }

    /** Past participle, for a change that was made. */
    public String done() {
      return done;
    }

    /** Infinitive, for a change that is to be made. */
    public String toDo() {
      return "to " + name().toLowerCase(Locale.ROOT);
    }

    /** Conditional, for a change that was not made. */
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
   * Returns the change as a unified diff, with a line break at its end.
   *
   * @param display the path as it is printed
   */
  public String diff(String display) {
    return diff(display, display);
  }

  /**
   * Returns the change as a unified diff between two paths: the file had another name, or was made
   * from another file.
   */
  public String diff(String from, String to) {
    List<String> old = before.map(Change::lines).orElse(List.of());
    List<String> now = after.map(Change::lines).orElse(List.of());
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? from : "/dev/null",
            after.isPresent() ? to : "/dev/null",
            old,
            DiffUtils.diff(old, now),
            3);
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** Splits at line feeds only, so that lines that differ in their carriage return are shown. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
