package io.exportctl.site;

import io.exportctl.git.Revision;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts the change of a file into words, key by key. */
final class ChangeWords {

  /** Longest value in code points. */
  private static final int LONGEST = 120;

  private ChangeWords() {}

  /** Returns a clause for each key that changed, or one for the whole file. */
  static List<String> of(Revision revision) {
    if (revision.before().isEmpty()) {
      return List.of("added");
    }
    if (revision.after().isEmpty()) {
      return List.of("removed");
    }
    Optional<YamlNode.Mapping> before = keys(revision.before().get());
    Optional<YamlNode.Mapping> after = keys(revision.after().get());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of("rewritten; one version is not valid YAML");
    }
    List<String> words = compare(values(before.get()), values(after.get()));
    return words.isEmpty() ? List.of("only comments or layout changed") : words;
  }

  private static Optional<YamlNode.Mapping> keys(byte[] content) {
    YamlDocument document = YamlReader.read("history", content);
    return document.mapping();
  }

  private static List<String> compare(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    List<String> words = new ArrayList<>();
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      List<String> old = before.getOrDefault(key, List.of());
      List<String> now = after.getOrDefault(key, List.of());
      if (!before.containsKey(key)) {
        words.add(key + " set to " + joined(now));
      } else if (!after.containsKey(key)) {
        words.add(key + " removed, was " + joined(old));
      } else if (!old.equals(now)) {
        words.add(key + ": " + change(old, now));
      }
    }
    return words;
  }

  private static String change(List<String> old, List<String> now) {
    List<String> gone = old.stream().filter(value -> !now.contains(value)).toList();
    List<String> come = now.stream().filter(value -> !old.contains(value)).toList();
    if (gone.isEmpty() && come.isEmpty()) {
      return "another order";
    }
    if (gone.size() == 1 && come.size() == 1 && old.size() == 1 && now.size() == 1) {
      return joined(gone) + " became " + joined(come);
    }
    String removed = gone.isEmpty() ? "" : "removed " + joined(gone);
    String added = come.isEmpty() ? "" : "added " + joined(come);
    return added + (removed.isEmpty() || added.isEmpty() ? "" : "; ") + removed;
  }

  private static String joined(List<String> values) {
    return values.isEmpty() ? "nothing" : String.join(", ", values);
  }

  private static Map<String, List<String>> values(YamlNode.Mapping mapping) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(entry -> values.put(cut(entry.key().text()), texts(entry.value()).toList()));
    return values;
  }

  /** Returns the texts of a value; those of a mapping with their keys. */
  private static Stream<String> texts(YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar) {
      return Stream.of(cut(scalar.text()));
    }
    if (value instanceof YamlNode.Sequence list) {
      return list.items().stream().flatMap(ChangeWords::texts);
    }
    return ((YamlNode.Mapping) value)
        .entries().stream()
            .flatMap(
                entry -> texts(entry.value()).map(text -> cut(entry.key().text()) + " " + text));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
