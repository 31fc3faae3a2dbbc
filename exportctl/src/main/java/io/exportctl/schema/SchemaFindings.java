package io.exportctl.schema;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.everit.json.schema.ValidationException;

/**
 * Turns the schema library's nested, unordered exceptions into diagnostics at the place of the
 * value. Messages come from the keyword, the schema and the document, not from the library's texts.
 */
final class SchemaFindings {

  private final YamlDocument document;
  private final SchemaText root;
  private final List<OtherSchema> others;
  private final PointerWalk nodes;
  private final MisplacedKeys misplaced;

  SchemaFindings(YamlDocument document, SchemaText root, List<OtherSchema> others) {
    this.others = others;
    this.document = document;
    this.root = root;
    this.nodes = new PointerWalk(document.root().orElseThrow());
    this.misplaced = MisplacedKeys.in(document, root);
  }

  List<Diagnostic> of(ValidationException exception) {
    // The library reports each unknown key separately; KeyFindings finds all of them at once.
    return of(violations(exception, "#").distinct().toList());
  }

  /**
   * Turns violations into diagnostics.
   *
   * @param violations without duplicates
   */
  List<Diagnostic> of(List<Violation> violations) {
    Set<Violation> wrongTypes = new HashSet<>();
    Set<Violation> wrongPatterns = new HashSet<>();
    for (Violation violation : violations) {
      if (violation.isType()) {
        wrongTypes.add(violation.place());
      } else if (violation.keyword().equals("pattern")) {
        wrongPatterns.add(violation.place());
      }
    }
    // The library's order differs from run to run, and with it the message for a value.
    List<Violation> ordered = new ArrayList<>(violations);
    ordered.sort((one, other) -> other.keyword().compareTo(one.keyword()));
    List<Diagnostic> found = new ArrayList<>(misplaced.findings());
    for (Violation violation : ordered) {
      Set<Violation> causes = violation.keyword().equals("not") ? wrongPatterns : wrongTypes;
      if (violation.isType() || !causes.contains(violation.place())) {
        found.addAll(diagnose(violation));
      }
    }
    return found.size() == 1 ? found : Diagnostics.of(found).all();
  }

  /**
   * Returns the violations of the innermost exceptions. If a value may have several types, the
   * library reports a failure for each type; those that only concern another type are left out.
   */
  private static Stream<Violation> violations(ValidationException exception, String enclosing) {
    String location = Optional.ofNullable(exception.getSchemaLocation()).orElse(enclosing);
    boolean alternatives = "anyOf".equals(exception.getKeyword());
    List<ValidationException> causes =
        exception.getCausingExceptions().stream()
            .filter(cause -> !alternatives || !"type".equals(cause.getKeyword()))
            .toList();
    if (causes.isEmpty()) {
      String keyword = alternatives ? "type" : exception.getKeyword();
      return Stream.of(new Violation(keyword, exception.getPointerToViolation(), location));
    }
    return causes.stream().flatMap(cause -> violations(cause, location));
  }

  private List<Diagnostic> diagnose(Violation violation) {
    YamlNode node = nodes.find(violation.pointer(), violation.inKey());
    if (misplaced.isMoot(node)) {
      return List.of();
    }
    SchemaText schema = root.at(violation.location());
    return switch (violation.keyword()) {
      case "additionalProperties" -> keys(violation, node, schema).unknown();
      case "required" -> keys(violation, node, schema).missing();
      case "type" -> List.of(wrongType(violation, node, schema));
      case "minItems" -> List.of(list((YamlNode.Sequence) node, schema).empty());
      case "uniqueItems" -> list((YamlNode.Sequence) node, schema).duplicates().toList();
      case "maxProperties" -> List.of(tooMany((YamlNode.Mapping) node, schema));
      case "minimum", "maximum" -> List.of(outOfRange(node, schema));
      default -> List.of(new InvalidValue(document, node, schema, violation.keyword()).diagnose());
    };
  }

  private Diagnostic wrongType(Violation violation, YamlNode node, SchemaText schema) {
    Optional<Diagnostic> lines =
        violation.isAtRoot() ? LinesOfText.diagnose(document, node) : Optional.empty();
    return lines.orElseGet(() -> new TypeMismatch(document, node, schema).diagnose());
  }

  private KeyFindings keys(Violation violation, YamlNode node, SchemaText schema) {
    List<OtherSchema> elsewhere = violation.isAtRoot() ? others : List.of();
    return new KeyFindings(document, (YamlNode.Mapping) node, schema, elsewhere, misplaced);
  }

  private ListFindings list(YamlNode.Sequence list, SchemaText schema) {
    return new ListFindings(document, list, schema);
  }

  /** Reports the first key beyond the limit. */
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
