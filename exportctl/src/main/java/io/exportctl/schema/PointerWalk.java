package io.exportctl.schema;

import io.exportctl.yaml.YamlNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the node at one of the schema library's pointers, such as {@code #/users/0}. */
final class PointerWalk {

  private final YamlNode root;

  /** Entries by escaped key, since a file with thousands of wrong keys needs as many look-ups. */
  private final IdentityHashMap<YamlNode, Map<String, YamlNode.Entry>> indexes =
      new IdentityHashMap<>();

  PointerWalk(YamlNode root) {
    this.root = root;
  }

  /**
   * Returns the node, or the last node of the path that exists.
   *
   * @param key true for the key at the end instead of its value
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

  /** Indexes keys escaped once and twice; the library escapes twice in wrapped findings. */
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
