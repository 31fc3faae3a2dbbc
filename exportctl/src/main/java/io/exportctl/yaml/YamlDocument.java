package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One YAML file: its content, and the problems found while reading it.
 *
 * @param file the path as it is printed
 * @param lines the source, for excerpts
 * @param root top-level value; empty if the file is not valid YAML, as {@code problems} then
 *     explains
 * @param comments in source order; empty if the file is not valid YAML
 * @param problems violations of YAML syntax, independent of any schema
 * @param alternatives other explanations of the last problem, the most likely first; they count if
 *     its fix would lead to another problem
 */
public record YamlDocument(
    String file,
    List<String> lines,
    Optional<YamlNode> root,
    List<Comment> comments,
    List<Diagnostic> problems,
    List<Diagnostic> alternatives) {

  public YamlDocument {
    lines = List.copyOf(lines);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
    alternatives = List.copyOf(alternatives);
  }

  /** Creates a document that was read. */
  YamlDocument(
      String file,
      List<String> lines,
      Optional<YamlNode> root,
      List<Comment> comments,
      List<Diagnostic> problems) {
    this(file, lines, root, comments, problems, List.of());
  }

  /** Creates a document that has lines but could not be parsed. */
  YamlDocument(String file, List<String> lines, List<Diagnostic> problems) {
    this(file, lines, Optional.empty(), List.of(), problems);
  }

  /** Creates a document for a file that could not be read from the disk. */
  public static YamlDocument unreadable(Diagnostic problem) {
    return new YamlDocument(problem.location().file(), List.of(), List.of(problem));
  }

  YamlDocument withAlternatives(List<Diagnostic> explanations) {
    return new YamlDocument(file, lines, root, comments, problems, explanations);
  }

  /** Returns the top-level keys; empty if the root is not a mapping. */
  public Optional<YamlNode.Mapping> mapping() {
    return root.isPresent() && root.get() instanceof YamlNode.Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private Optional<YamlNode> value(String key) {
    return root.isPresent() && root.get() instanceof YamlNode.Mapping mapping
        ? mapping.get(key)
        : Optional.empty();
  }

  /** Returns the text of a top-level key; empty if it is missing or not text. */
  public Optional<YamlNode.Scalar> text(String key) {
    return value(key).orElse(null) instanceof YamlNode.Scalar scalar
            && scalar.type() == YamlNode.Type.TEXT
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Returns the texts under a top-level key: the items of a list, or a single text. */
  public List<YamlNode.Scalar> texts(String key) {
    Optional<YamlNode> value = value(key);
    return value.isPresent() ? texts(value.get()) : List.of();
  }

  /** Returns the texts of a value: the items of a list, or a single text. */
  public static List<YamlNode.Scalar> texts(YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar) {
      return scalar.type() == YamlNode.Type.TEXT ? List.of(scalar) : List.of();
    }
    List<YamlNode> nodes = value instanceof YamlNode.Sequence list ? list.items() : List.of();
    List<YamlNode.Scalar> texts = new ArrayList<>(nodes.size());
    for (YamlNode node : nodes) {
      if (node instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.TEXT) {
        texts.add(scalar);
      }
    }
    return List.copyOf(texts);
  }

  /** Returns true if a top-level key is true; false if it is missing. */
  public boolean isTrue(String key) {
    return value(key).orElse(null) instanceof YamlNode.Scalar scalar && scalar.isTrue();
  }

  public Location location(YamlNode node) {
    return location(node.span());
  }

  public Location location(Span span) {
    String source = span.line() <= lines.size() ? lines.get(span.line() - 1) : "";
    return new Location(file, span.line(), span.column(), span.length(), source);
  }
}
