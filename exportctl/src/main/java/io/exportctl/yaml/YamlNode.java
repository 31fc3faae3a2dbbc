package io.exportctl.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A value in a YAML document. It keeps its place in numbers: there are a dozen values in each of
 * ten thousand files, and few are asked where they stand.
 */
public sealed interface YamlNode {

  Span span();

  /** What a plain or quoted piece of text means under the core schema of YAML 1.2. */
  enum Type {
    TEXT,
    BOOLEAN,
    INTEGER,
    FLOAT,
    NULL
  }

  /** One value without parts. */
  sealed interface Scalar extends YamlNode {

    /**
     * A value, where it stands.
     *
     * @param text as YAML reads it: unescaped, without quotes
     * @param isPlain whether it stands there without quotes
     */
    static Scalar of(Span span, String text, boolean isPlain) {
      boolean near = span.line() <= Short.MAX_VALUE && span.endColumn() <= Short.MAX_VALUE;
      return near && span.line() == span.endLine()
          ? new InLine(
              (short) span.line(), (short) span.column(), (short) span.endColumn(), isPlain, text)
          : new Anywhere(span, isPlain, text);
    }

    String text();

    boolean isPlain();

    /** What it means: of a quoted one, of most keys and of many values nobody ever asks. */
    default Type type() {
      return isPlain() ? CoreSchema.typeOf(text()) : Type.TEXT;
    }

    default boolean isTrue() {
      return type() == Type.BOOLEAN && text().equalsIgnoreCase("true");
    }
  }

  /**
   * A value as nearly all are: in one line, and not far on. A wider place takes twice the memory.
   */
  record InLine(short line, short column, short endColumn, boolean isPlain, String text)
      implements Scalar {

    @Override
    public Span span() {
      return new Span(line, column, line, endColumn);
    }
  }

  /** A value of several lines, or far on. */
  record Anywhere(Span span, boolean isPlain, String text) implements Scalar {}

  /** A list. */
  record Sequence(int line, int column, int endLine, int endColumn, List<YamlNode> items)
      implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }

    public Sequence(Span span, List<YamlNode> items) {
      this(span.line(), span.column(), span.endLine(), span.endColumn(), items);
    }

    @Override
    public Span span() {
      return new Span(line, column, endLine, endColumn);
    }
  }

  /** Keys with values, in source order; no key stands twice. */
  record Mapping(int line, int column, int endLine, int endColumn, List<Entry> entries)
      implements YamlNode {

    public Mapping {
      entries = List.copyOf(entries);
    }

    public Mapping(Span span, List<Entry> entries) {
      this(span.line(), span.column(), span.endLine(), span.endColumn(), entries);
    }

    @Override
    public Span span() {
      return new Span(line, column, endLine, endColumn);
    }

    /** A loop: the rules ask ten thousand files for a dozen keys each. */
    public Optional<Entry> entry(String key) {
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).key().text().equals(key)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }

    public Optional<YamlNode> get(String key) {
      Optional<Entry> entry = entry(key);
      return entry.isPresent() ? Optional.of(entry.get().value()) : Optional.empty();
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, YamlNode value) {}
}
