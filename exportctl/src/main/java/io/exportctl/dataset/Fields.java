package io.exportctl.dataset;

import io.exportctl.yaml.CoreSchema;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of a valid document, typed. What the schema requires is there. */
final class Fields {

  private final YamlDocument document;

  Fields(YamlDocument document) {
    this.document = document;
  }

  String text(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      throw missing(key);
    }
    return text.get();
  }

  Optional<String> optionalText(String key) {
    Optional<YamlNode.Scalar> text = document.text(key);
    return text.isPresent() ? Optional.of(text.get().text()) : Optional.empty();
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode.Scalar text : document.texts(key)) {
      texts.add(text.text());
    }
    return texts;
  }

  /** Missing means false. */
  boolean flag(String key) {
    return document.isTrue(key);
  }

  int number(String key) {
    if (node(key) instanceof YamlNode.Scalar scalar) {
      return CoreSchema.number(scalar.text()).intValue();
    }
    throw missing(key);
  }

  private IllegalStateException missing(String key) {
    return new IllegalStateException(document.file() + ": no " + key + ", not validated?");
  }

  /** The texts below a key, by their own keys, sorted. */
  Map<String, String> map(String key) {
    Map<String, String> map = new TreeMap<>();
    if (node(key) instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.value() instanceof YamlNode.Scalar value) {
          map.put(entry.key().text(), value.text());
        }
      }
    }
    return map;
  }

  private YamlNode node(String key) {
    Optional<YamlNode.Mapping> mapping = document.mapping();
    return mapping.isPresent() ? mapping.get().get(key).orElse(null) : null;
  }
}
