package io.exportctl.source.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.exportctl.source.text.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a file, whose scalars are texts; it notes what is wrong, and which keys are read.
 */
final class Section {

  private final String path;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();
  private final Node node;

  Section(String path, Node node, Problems problems) {
    this.path = path;
    this.node = node;
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, (path.isEmpty() ? "the file" : path) + " is not a mapping of keys");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.put(key, tuple.getValueNode()) != null) {
        problems.add(tuple.getKeyNode(), "the key " + title(key) + " stands twice");
      }
    }
  }

  private String title(String key) {
    return Printable.quoted(prefix(key));
  }

  void problem(String key, String text) {
    problems.add(values.getOrDefault(key, node), title(key) + " " + text);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<String> text(String key) {
    read.add(key);
    Node value = values.get(key);
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    if (value != null) {
      problem(key, "is not a text");
    }
    return Optional.empty();
  }

  String required(String key) {
    if (!has(key)) {
      problem(key, "is missing");
    }
    return text(key).orElse("");
  }

  String matching(String key, String pattern, String expected) {
    String text = required(key);
    if (has(key) && !text.matches(pattern)) {
      problem(key, "is not " + expected);
    }
    return text;
  }

  OptionalInt number(String key, int min, int max) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.get().matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= min && number <= max) {
        return OptionalInt.of(number);
      }
    }
    problem(key, "is not a number from %d to %d".formatted(min, max));
    return OptionalInt.empty();
  }

  boolean truth(String key, boolean otherwise) {
    String text = text(key).orElse(Boolean.toString(otherwise));
    if (!List.of("true", "false").contains(text)) {
      problem(key, "is neither true nor false");
    }
    return text.equals("true");
  }

  /** A constant by its name in lower case. */
  <T extends Enum<T>> T oneOf(String key, T otherwise) {
    return text(key)
        .flatMap(it -> constant(key, it, otherwise.getDeclaringClass()))
        .orElse(otherwise);
  }

  <T extends Enum<T>> Optional<T> constant(String key, String word, Class<T> type) {
    Optional<T> found =
        Stream.of(type.getEnumConstants())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (found.isEmpty()) {
      problem(
          key,
          "is not one of "
              + Stream.of(type.getEnumConstants())
                  .map(it -> it.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
    }
    return found;
  }

  Optional<Pattern> pattern(String key) {
    try {
      return text(key).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      problem(key, "is not a regular expression (RE2)");
      return Optional.empty();
    }
  }

  /** A list of texts; a single text counts as a list of one. */
  List<String> texts(String key) {
    read.add(key);
    Node value = values.get(key);
    if (value instanceof ScalarNode) {
      return List.of(text(key).orElse(""));
    }
    List<String> texts = new ArrayList<>();
    for (Node it : nodes(key)) {
      if (it instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problem(key, "holds something else than texts");
      }
    }
    return texts;
  }

  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Node it : nodes(key)) {
      String place = prefix(key) + "[" + sections.size() + "]";
      sections.add(new Section(place, it, problems));
    }
    return sections;
  }

  Optional<Section> section(String key) {
    read.add(key);
    return Optional.ofNullable(values.get(key)).map(it -> new Section(prefix(key), it, problems));
  }

  private String prefix(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private List<Node> nodes(String key) {
    read.add(key);
    Node value = values.get(key);
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (value != null) {
      problem(key, "is not a list");
    }
    return List.of();
  }

  /** Notes the keys that nobody read. */
  void end() {
    values.keySet().stream()
        .filter(it -> !read.contains(it))
        .forEach(it -> problem(it, "is not a key that this program knows"));
  }
}
