package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.everit.json.schema.ValidationException;

/**
 * Turns the schema library's nested, unordered exceptions into diagnostics at the place of the
 * value. Nothing is taken from their texts: what is wrong is read off the keyword, the schema and
 * the document.
 */
final class SchemaFindings {

  private final YamlDocument document;
  private final SchemaText root;
  private final Map<String, String> elsewhere;
  private final PointerWalk nodes;
  private final MisplacedKeys misplaced;

  /**
   * One cause of a failure.
   *
   * @param location of the part of the schema that describes the value; the library leaves it out
   *     where it split one schema into several, so that the enclosing one counts
   */
  private record Leaf(String keyword, String pointer, String location) {

    boolean isType() {
      return keyword.equals("type");
    }

    boolean inKey() {
      return location.endsWith("/propertyNames");
    }

    /** What is the same for all that is found at one value: a wrong type makes the rest moot. */
    Leaf place() {
      return new Leaf("", pointer, inKey() ? "key" : "value");
    }

    /** By hand for the same reason as in {@link io.exportctl.diagnostic.Location}. */
    @Override
    public int hashCode() {
      return 31 * (31 * keyword.hashCode() + pointer.hashCode()) + location.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Leaf leaf
          && keyword.equals(leaf.keyword)
          && pointer.equals(leaf.pointer)
          && location.equals(leaf.location);
    }
  }

  SchemaFindings(YamlDocument document, SchemaText root, Map<String, String> elsewhere) {
    this.elsewhere = elsewhere;
    this.document = document;
    this.root = root;
    this.nodes = new PointerWalk(document.root().orElseThrow());
    this.misplaced = MisplacedKeys.in(document, root);
  }

  /** Of a file in which nothing else is wrong than which keys there are. */
  static List<Diagnostic> ofKeys(
      YamlDocument document, SchemaText root, Map<String, String> elsewhere) {
    MisplacedKeys misplaced = MisplacedKeys.in(document, root);
    KeyFindings keys =
        new KeyFindings(
            document, document.mapping().orElseThrow(), root.keys(), elsewhere, misplaced);
    List<Diagnostic> found = new ArrayList<>(misplaced.findings());
    found.addAll(keys.unknown());
    found.addAll(keys.missing());
    return found.size() == 1 ? found : Diagnostics.of(found).all();
  }

  List<Diagnostic> of(ValidationException exception) {
    // The library tells of each unknown key apart; they are found together below.
    Set<Leaf> leaves = leaves(exception, "#").collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Leaf> wrongTypes =
        leaves.stream().filter(Leaf::isType).map(Leaf::place).collect(Collectors.toSet());
    List<Diagnostic> found = new ArrayList<>(misplaced.findings());
    leaves.stream()
        .filter(leaf -> leaf.isType() || !wrongTypes.contains(leaf.place()))
        .flatMap(this::diagnose)
        .forEach(found::add);
    return Diagnostics.of(found).all();
  }

  /**
   * The exceptions that have no causes of their own. Where a value may be of several types, the
   * library reports the failure of each: what failed only for being of the other type is left out.
   */
  private static Stream<Leaf> leaves(ValidationException exception, String enclosing) {
    String location = Optional.ofNullable(exception.getSchemaLocation()).orElse(enclosing);
    boolean alternatives = "anyOf".equals(exception.getKeyword());
    List<ValidationException> causes =
        exception.getCausingExceptions().stream()
            .filter(cause -> !alternatives || !"type".equals(cause.getKeyword()))
            .toList();
    if (causes.isEmpty()) {
      String keyword = alternatives ? "type" : exception.getKeyword();
      return Stream.of(new Leaf(keyword, exception.getPointerToViolation(), location));
    }
    return causes.stream().flatMap(cause -> leaves(cause, location));
  }

  private Stream<Diagnostic> diagnose(Leaf leaf) {
    YamlNode node = nodes.find(leaf.pointer(), leaf.inKey());
    if (misplaced.isMoot(node)) {
      return Stream.empty();
    }
    SchemaText schema = root.at(leaf.location());
    return switch (leaf.keyword()) {
      case "additionalProperties" -> keys((YamlNode.Mapping) node, schema).unknown().stream();
      case "required" -> keys((YamlNode.Mapping) node, schema).missing().stream();
      case "type" -> Stream.of(new TypeMismatch(document, node, schema).diagnose());
      case "minItems" -> Stream.of(list((YamlNode.Sequence) node, schema).empty());
      case "uniqueItems" -> list((YamlNode.Sequence) node, schema).duplicates();
      case "maxProperties" -> Stream.of(tooMany((YamlNode.Mapping) node, schema));
      case "minimum", "maximum" -> Stream.of(outOfRange(node, schema));
      default -> Stream.of(new InvalidValue(document, node, schema, leaf.keyword()).diagnose());
    };
  }

  private KeyFindings keys(YamlNode.Mapping mapping, SchemaText schema) {
    return new KeyFindings(document, mapping, schema.keys(), elsewhere, misplaced);
  }

  private ListFindings list(YamlNode.Sequence list, SchemaText schema) {
    return new ListFindings(document, list, schema);
  }

  /** Points at the first key that is too much. */
  private Diagnostic tooMany(YamlNode.Mapping mapping, SchemaText schema) {
    int limit = Integer.parseInt(schema.limit("maxProperties"));
    return Diagnostic.of(
            document.location(mapping.entries().get(limit).key()),
            RuleId.INVALID_VALUE,
            mapping.entries().size() + " keys, expected at most " + limit)
        .withHelp("remove what is not needed");
  }

  private Diagnostic outOfRange(YamlNode node, SchemaText schema) {
    String range = schema.limit("minimum") + " to " + schema.limit("maximum");
    return Diagnostic.of(
            document.location(node),
            RuleId.INVALID_VALUE,
            TypeMismatch.describe(node) + " is out of range, expected " + range)
        .withHelp("write " + schema.aTitle() + " " + schema.suchAs());
  }
}
