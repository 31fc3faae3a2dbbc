package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.NearestWord;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.everit.json.schema.ValidationException;
import org.json.JSONObject;

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
  }

  SchemaFindings(YamlDocument document, SchemaText root, Map<String, String> elsewhere) {
    this.elsewhere = elsewhere;
    this.document = document;
    this.root = root;
    this.nodes = new PointerWalk(document.root().orElseThrow());
  }

  List<Diagnostic> of(ValidationException exception) {
    // The library tells of each unknown key apart; they are found together below.
    Set<Leaf> leaves = leaves(exception, "#").collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Leaf> wrongTypes =
        leaves.stream().filter(Leaf::isType).map(Leaf::place).collect(Collectors.toSet());
    return leaves.stream()
        .filter(leaf -> leaf.isType() || !wrongTypes.contains(leaf.place()))
        .flatMap(this::diagnose)
        .distinct()
        .sorted()
        .toList();
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
    SchemaText schema = root.at(leaf.location());
    return switch (leaf.keyword()) {
      case "additionalProperties" -> unknownKeys((YamlNode.Mapping) node, schema);
      case "required" -> missingKeys((YamlNode.Mapping) node, schema);
      case "type" -> Stream.of(new TypeMismatch(document, node, schema).diagnose());
      case "minItems" -> Stream.of(emptyList(node, schema));
      case "uniqueItems" -> duplicates((YamlNode.Sequence) node);
      case "maxProperties" -> Stream.of(tooMany((YamlNode.Mapping) node, schema));
      case "minimum", "maximum" -> Stream.of(outOfRange(node, schema));
      default -> Stream.of(new InvalidValue(document, node, schema, leaf.keyword()).diagnose());
    };
  }

  private Stream<Diagnostic> unknownKeys(YamlNode.Mapping mapping, SchemaText schema) {
    List<String> known = schema.properties().stream().map(Property::key).toList();
    return unknown(mapping, known)
        .map(
            key ->
                Diagnostic.of(
                        document.location(key),
                        RuleId.UNKNOWN_KEY,
                        "unknown key " + quote(key.text()))
                    .withHelp(instead(key.text(), known)));
  }

  private String instead(String key, List<String> known) {
    if (elsewhere.containsKey(key)) {
      return "remove it, or move the file: it belongs to " + elsewhere.get(key);
    }
    return NearestWord.of(key, known)
        .map(nearest -> "did you mean " + quote(nearest) + "?")
        .orElseGet(() -> "use one of " + String.join(", ", known));
  }

  /** A required key that stands there misspelt is not missed a second time. */
  private Stream<Diagnostic> missingKeys(YamlNode.Mapping mapping, SchemaText schema) {
    List<String> known = schema.properties().stream().map(Property::key).toList();
    List<String> meant =
        unknown(mapping, known).flatMap(key -> NearestWord.of(key.text(), known).stream()).toList();
    return schema.properties().stream()
        .filter(property -> property.required() && mapping.entry(property.key()).isEmpty())
        .filter(property -> !meant.contains(property.key()))
        .map(
            property ->
                Diagnostic.of(
                        document.location(mapping),
                        RuleId.MISSING_KEY,
                        "key " + quote(property.key()) + " is missing")
                    .withHelp("add a line such as \"" + property.line() + "\""));
  }

  private static Stream<YamlNode.Scalar> unknown(
      YamlNode.Mapping mapping, Collection<String> known) {
    return mapping.entries().stream()
        .map(YamlNode.Entry::key)
        .filter(key -> !known.contains(key.text()));
  }

  private Diagnostic emptyList(YamlNode node, SchemaText schema) {
    SchemaText item = schema.items();
    return Diagnostic.of(
            document.location(node),
            RuleId.EMPTY_LIST,
            "an empty list, expected at least one " + item.title())
        .withHelp("add a line such as \"- " + item.example() + "\"");
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

  private Stream<Diagnostic> duplicates(YamlNode.Sequence sequence) {
    Map<String, List<YamlNode>> groups =
        sequence.items().stream()
            .collect(Collectors.groupingBy(item -> JSONObject.valueToString(JsonValue.of(item))));
    return groups.values().stream()
        .flatMap(group -> group.stream().skip(1).map(again -> duplicate(again, group.get(0))));
  }

  private Diagnostic duplicate(YamlNode again, YamlNode first) {
    return Diagnostic.of(
            document.location(again),
            RuleId.DUPLICATE_ENTRY,
            value(again) + " is listed again, first in line " + first.span().line())
        .withHelp("remove this one");
  }

  private static String value(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.TEXT
        ? quote(scalar.text())
        : TypeMismatch.describe(node);
  }
}
