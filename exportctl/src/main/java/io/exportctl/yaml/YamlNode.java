package io.exportctl.yaml;

import java.util.List;
import java.util.Optional;

/** A value in a YAML document, with its place. */
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
   * One value without parts. It keeps its place in numbers: there are a dozen in each of ten
   * thousand files, and few are asked where they stand.
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
  record Sequence(Span span, List<YamlNode> items) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in source order; no key stands twice. */
  record Mapping(Span span, List<Entry> entries) implements YamlNode {

    public Mapping {
      entries = List.copyOf(entries);
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
