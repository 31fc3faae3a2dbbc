package io.exportctl.schema;

import io.exportctl.yaml.YamlNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the node that the schema library means by a pointer such as {@code #/users/0}. */
final class PointerWalk {

  private final YamlNode root;

  /** Files of thousands of wrong keys are looked up in thousands of times. */
  private final IdentityHashMap<YamlNode, Map<String, YamlNode.Entry>> indexes =
      new IdentityHashMap<>();

  PointerWalk(YamlNode root) {
    this.root = root;
  }

  /**
   * The node, or the last one on the way that exists.
   *
   * @param key whether the key at the end is meant instead of its value
   */
  YamlNode find(String pointer, boolean key) {
    String[] segments = pointer.split("/", -1);
    YamlNode node = root;
    for (String segment : Arrays.asList(segments).subList(1, segments.length - (key ? 1 : 0))) {
      node = step(node, segment);
    }
    return key ? keyOf(node, segments[segments.length - 1]) : node;
  }

  private YamlNode keyOf(YamlNode node, String segment) {
    return entry(node, segment).<YamlNode>map(YamlNode.Entry::key).orElse(node);
  }

  private YamlNode step(YamlNode node, String segment) {
    if (node instanceof YamlNode.Sequence sequence && segment.matches("[0-9]{1,9}")) {
      int index = Integer.parseInt(segment);
      return index < sequence.items().size() ? sequence.items().get(index) : node;
    }
    return entry(node, segment).map(YamlNode.Entry::value).orElse(node);
  }

  private Optional<YamlNode.Entry> entry(YamlNode node, String segment) {
    return node instanceof YamlNode.Mapping mapping
        ? Optional.ofNullable(
            indexes.computeIfAbsent(mapping, missing -> index(mapping)).get(segment))
        : Optional.empty();
  }

  /** The library escapes a key once, or twice where it wraps more than one finding. */
  private static Map<String, YamlNode.Entry> index(YamlNode.Mapping mapping) {
    Map<String, YamlNode.Entry> index = new HashMap<>();
    mapping.entries().forEach(entry -> index.put(escape(entry.key().text()), entry));
    mapping
        .entries()
        .forEach(entry -> index.putIfAbsent(escape(escape(entry.key().text())), entry));
    return index;
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1").replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
