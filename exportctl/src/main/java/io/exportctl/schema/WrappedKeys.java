package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys of datasets in a list, or below a key such as {@code push:} that does not exist. They
 * are reported once.
 *
 * @param absent known keys that the top level lacks
 */
record WrappedKeys(YamlDocument document, Set<String> absent) {

  private static final String COLUMN = "begin the lines below it in the first column";

  /** Reports keys below unknown ones. */
  void reportBelow(List<YamlNode.Entry> unknown, MisplacedKeys misplaced) {
    List<YamlNode.Mapping> datasets =
        unknown.stream().flatMap(entry -> datasets(entry.value())).toList();
    List<YamlNode> keys =
        unknown.stream()
            .filter(entry -> datasets(entry.value()).findAny().isPresent())
            .map(entry -> (YamlNode) entry.key())
            .toList();
    Optional<YamlNode.Mapping> second = second(datasets);
    if (second.isPresent()) {
      misplaced.add(another(second.get()), absent, keys);
      return;
    }
    for (YamlNode.Entry entry : unknown) {
      Set<String> held = held(datasets(entry.value()).toList());
      if (!held.isEmpty()) {
        misplaced.add(wrapper(entry, held), held, List.of(entry.key()));
      }
    }
  }

  /** Reports keys in a list that takes the place of the keys. */
  void reportIn(YamlNode.Sequence root, MisplacedKeys misplaced) {
    List<YamlNode.Mapping> datasets = datasets(root).toList();
    Optional<YamlNode.Mapping> second = second(datasets);
    if (second.isPresent()) {
      misplaced.add(another(second.get()), absent, List.of(root));
    } else if (!datasets.isEmpty()) {
      misplaced.add(
          Diagnostic.of(
                  document.location(root),
                  RuleId.WRONG_TYPE,
                  "a list of keys, expected the keys in the first column")
              .withHelp("remove the dash, and begin each key in the first column"),
          absent,
          List.of(root));
    }
  }

  /** Returns the mappings at any depth that hold keys which the top level lacks. */
  private Stream<YamlNode.Mapping> datasets(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().stream().flatMap(this::datasets);
    }
    if (!(value instanceof YamlNode.Mapping mapping)) {
      return Stream.of();
    }
    return held(List.of(mapping)).isEmpty()
        ? mapping.entries().stream().flatMap(entry -> datasets(entry.value()))
        : Stream.of(mapping);
  }

  private Set<String> held(List<YamlNode.Mapping> mappings) {
    Set<String> held = new TreeSet<>();
    for (YamlNode.Mapping mapping : mappings) {
      mapping.entries().forEach(entry -> held.add(entry.key().text()));
    }
    held.retainAll(absent);
    return held;
  }

  /** Returns the first mapping that repeats a key of one before it. */
  private Optional<YamlNode.Mapping> second(List<YamlNode.Mapping> datasets) {
    Set<String> seen = new HashSet<>();
    for (YamlNode.Mapping dataset : datasets) {
      for (String key : held(List.of(dataset))) {
        if (!seen.add(key)) {
          return Optional.of(dataset);
        }
      }
    }
    return Optional.empty();
  }

  private Diagnostic another(YamlNode.Mapping second) {
    return Diagnostic.of(
            document.location(second.entries().get(0).key()),
            RuleId.UNKNOWN_KEY,
            "a second dataset begins here, expected one in a file")
        .withHelp("give each dataset a file of its own, with its keys in the first column");
  }

  private Diagnostic wrapper(YamlNode.Entry entry, Set<String> held) {
    List<String> steps = new ArrayList<>(List.of("remove this line", help(entry)));
    if (absent.contains("name") && !held.contains("name")) {
      held.add("name");
      steps.add("add \"name\"");
    }
    int last = steps.size() - 1;
    return Diagnostic.of(
            document.location(entry.key()),
            RuleId.UNKNOWN_KEY,
            "unknown key "
                + quote(entry.key().text())
                + " above keys that belong in the first column")
        .withHelp(String.join(", ", steps.subList(0, last)) + ", and " + steps.get(last));
  }

  private static String help(YamlNode.Entry entry) {
    return entry.value().span().line() == entry.key().span().line()
        ? "write each key in the braces on a line of its own"
        : COLUMN;
  }
}
