package io.exportctl.yaml.edit;

import io.exportctl.diagnostic.Fix;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file in UTF-8. Edits keep everything else byte for byte.
 *
 * @param text the text, including the byte order mark if there is one
 */
public record SourceText(String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Line breaks as {@code YamlReader} counts them. */
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

  public static SourceText of(byte[] bytes) {
    return new SourceText(new String(bytes, StandardCharsets.UTF_8));
  }

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Applies fixes; skips a fix that overlaps an earlier one. */
  public SourceText with(List<Fix> fixes) {
    List<Replacement> replacements = new ArrayList<>();
    for (Fix fix : fixes) {
      if (fix instanceof Fix.RemoveByteOrderMark && text.startsWith(BYTE_ORDER_MARK)) {
        replacements.add(new Replacement(0, 1, ""));
      }
      if (fix instanceof Fix.Rewrite rewrite) {
        List<Replacement> own = rewrite.edits().stream().map(this::replacement).toList();
        if (own.stream().noneMatch(one -> replacements.stream().anyMatch(one::overlaps))) {
          replacements.addAll(own);
        }
      }
    }
    StringBuilder result = new StringBuilder(text);
    replacements.stream()
        .sorted(Comparator.comparingInt(Replacement::start).reversed())
        .forEach(one -> result.replace(one.start(), one.end(), one.text()));
    return new SourceText(result.toString());
  }

  /** Adds a line break at the end if it is missing; leaves an empty file as it is. */
  public SourceText withLastLineEnded() {
    Matcher breaks = LINE_BREAK.matcher(text);
    int end = 0;
    while (breaks.find()) {
      end = breaks.end();
    }
    return end == text.length() ? this : new SourceText(text + lineBreak());
  }

  /** Returns the kind of line break that the file uses. */
  private String lineBreak() {
    Matcher first = LINE_BREAK.matcher(text);
    return first.find() ? first.group() : "\n";
  }

  private Replacement replacement(Fix.Edit edit) {
    return new Replacement(
        offset(edit.line(), edit.column()),
        offset(edit.endLine(), edit.endColumn()),
        edit.text().replace("\n", lineBreak()));
  }

  private int offset(int line, int column) {
    int start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    Matcher breaks = LINE_BREAK.matcher(text);
    for (int before = 1; before < line && breaks.find(); before++) {
      start = breaks.end();
    }
    return text.offsetByCodePoints(start, column - 1);
  }

  /** Text that replaces a range; offsets are in UTF-16 units. */
  private record Replacement(int start, int end, String text) {

    boolean overlaps(Replacement other) {
      return start == other.start || (start < other.end && other.start < end);
    }
  }
}
