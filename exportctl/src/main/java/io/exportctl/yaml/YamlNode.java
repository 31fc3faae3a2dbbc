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

  /**
   * One value without parts.
   *
   * @param text as YAML reads it: unescaped, without quotes
   * @param isPlain whether it stands there without quotes, so that its type is read off its text
   */
  record Scalar(
      int line, int column, int endLine, int endColumn, Type type, String text, boolean isPlain)
      implements YamlNode {

    public Scalar(Span span, Type type, String text, boolean isPlain) {
      this(span.line(), span.column(), span.endLine(), span.endColumn(), type, text, isPlain);
    }

    @Override
    public Span span() {
      return new Span(line, column, endLine, endColumn);
    }

    public boolean isTrue() {
      return type == Type.BOOLEAN && text.equalsIgnoreCase("true");
    }
  }

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
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    public Optional<YamlNode> get(String key) {
      return entry(key).map(Entry::value);
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, YamlNode value) {}
}
