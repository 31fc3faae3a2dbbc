package io.exportctl.yaml;

import java.util.List;
import java.util.Optional;

/** A value in a YAML document, with its place. */
public sealed interface YamlNode {

  Span span();

  /** Type of a scalar under the core schema of YAML 1.2. */
  enum Type {
    TEXT,
    BOOLEAN,
    INTEGER,
    FLOAT,
    NULL
  }

  /**
   * A single value, such as a text or a number.
   *
   * @param text as YAML reads it: unescaped, without quotes
   * @param isPlain true if it stands there without quotes
   */
  record Scalar(Span span, String text, boolean isPlain) implements YamlNode {

    public Type type() {
      return isPlain ? CoreSchema.typeOf(text) : Type.TEXT;
    }

    public boolean isTrue() {
      return type() == Type.BOOLEAN && text.equalsIgnoreCase("true");
    }
  }

  /** A list. */
  record Sequence(Span span, List<YamlNode> items) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in source order; each key stands once. */
  record Mapping(Span span, List<Entry> entries) implements YamlNode {

    public Mapping {
      entries = List.copyOf(entries);
    }

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
