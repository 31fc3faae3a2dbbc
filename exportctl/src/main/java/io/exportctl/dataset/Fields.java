package io.exportctl.dataset;

import io.exportctl.yaml.CoreSchema;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Typed access to the keys of a mapping that its schema has accepted. */
public final class Fields {

  private final String file;
  private final Optional<YamlNode.Mapping> mapping;

  private Fields(String file, Optional<YamlNode.Mapping> mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /** Returns the top-level keys of a valid document. */
  public static Fields of(YamlDocument valid) {
    return new Fields(valid.file(), valid.mapping());
  }

  /**
   * Returns the text of a required key.
   *
   * @throws IllegalStateException if the key is missing, which its schema should have refused
   */
  public String text(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      throw missing(key);
    }
    return text.get();
  }

  /** Returns the text of a key, or empty if the key is missing or not a text. */
  public Optional<String> optionalText(String key) {
    return node(key) instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.TEXT
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Returns the items of a list, or a single text as a list of one; empty if missing. */
  public List<String> texts(String key) {
    YamlNode node = node(key);
    List<String> texts = new ArrayList<>();
    if (node != null) {
      for (YamlNode.Scalar text : YamlDocument.texts(node)) {
        texts.add(text.text());
      }
    }
    return texts;
  }

  /** Returns a switch; a missing one is false. */
  public boolean flag(String key) {
    return node(key) instanceof YamlNode.Scalar scalar && scalar.isTrue();
  }

  /**
   * Returns a whole number.
   *
   * @throws IllegalStateException if the key is missing, which its schema should have refused
   */
  public int number(String key) {
    if (node(key) instanceof YamlNode.Scalar scalar) {
      return CoreSchema.number(scalar.text()).intValue();
    }
    throw missing(key);
  }

  /** Returns a whole number, or a default if the key is missing. */
  public int number(String key, int missing) {
    return node(key) == null ? missing : number(key);
  }

  /** Returns the texts below a key by their own keys, sorted. */
  public Map<String, String> map(String key) {
    Map<String, String> map = new TreeMap<>();
    if (node(key) instanceof YamlNode.Mapping below) {
      for (YamlNode.Entry entry : below.entries()) {
        if (entry.value() instanceof YamlNode.Scalar value) {
          map.put(entry.key().text(), value.text());
        }
      }
    }
    return map;
  }

  /**
   * Returns all keys with their values, in the order of the file, for a program that reads the same
   * keys: maps, lists, texts, switches and whole numbers.
   */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (mapping.isPresent()) {
      for (YamlNode.Entry entry : mapping.get().entries()) {
        tree.put(entry.key().text(), value(entry.value()));
      }
    }
    return Collections.unmodifiableMap(tree);
  }

  private Object value(YamlNode node) {
    if (node instanceof YamlNode.Mapping below) {
      return new Fields(file, Optional.of(below)).tree();
    }
    if (node instanceof YamlNode.Sequence list) {
      return list.items().stream().map(this::value).toList();
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return switch (scalar.type()) {
      case BOOLEAN -> scalar.isTrue();
      case INTEGER, FLOAT -> CoreSchema.number(scalar.text());
      case TEXT, NULL -> scalar.text();
    };
  }

  /** Returns the mapping below a key, or empty if the key is missing. */
  public Optional<Fields> section(String key) {
    return node(key) instanceof YamlNode.Mapping below
        ? Optional.of(new Fields(file, Optional.of(below)))
        : Optional.empty();
  }

  /** Returns the mappings in a list, in the order of the file; empty if the key is missing. */
  public List<Fields> sections(String key) {
    return node(key) instanceof YamlNode.Sequence list
        ? list.items().stream()
            .filter(YamlNode.Mapping.class::isInstance)
            .map(item -> new Fields(file, Optional.of((YamlNode.Mapping) item)))
            .toList()
        : List.of();
  }

  private IllegalStateException missing(String key) {
    return new IllegalStateException(file + ": missing key " + key + ", was the file validated?");
  }

  private YamlNode node(String key) {
    return mapping.isPresent() ? mapping.get().get(key).orElse(null) : null;
  }
}
