package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.ContinuedText;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A value whose type differs from the schema's, described in the words of YAML. */
record TypeMismatch(YamlDocument document, YamlNode node, SchemaText schema) {

  private static final Set<String> YES = Set.of("yes", "y", "on", "true");
  private static final Set<String> NO = Set.of("no", "n", "off", "false");

  Diagnostic diagnose() {
    return ContinuedText.diagnose(document, node).orElseGet(this::refuse);
  }

  private Diagnostic refuse() {
    String expected =
        schema.types().stream().map(TypeMismatch::inWords).collect(Collectors.joining(" or "));
    Optional<String> accepted = acceptedText();
    Diagnostic found =
        Diagnostic.of(
                document.location(node),
                RuleId.WRONG_TYPE,
                describe(node) + ", expected " + expected)
            .withHelp(help(accepted));
    return fix(accepted).map(found::withFix).orElse(found);
  }

  /** Describes a value for a person. */
  static String describe(YamlNode node) {
    if (node instanceof YamlNode.Mapping) {
      return "keys with values";
    }
    if (node instanceof YamlNode.Sequence) {
      return "a list";
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return switch (scalar.type()) {
      case TEXT -> "the text " + quote(scalar.text());
      case BOOLEAN -> "the truth value " + scalar.text();
      case INTEGER, FLOAT -> "the number " + Quotation.cut(scalar.text());
      case NULL -> "no value";
    };
  }

  private static String inWords(String type) {
    return switch (type) {
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "object" -> "keys with values";
      case "string" -> "text";
      default -> type;
    };
  }

  private String help(Optional<String> accepted) {
    return switch (schema.types().get(0)) {
      case "boolean" ->
          intendedBoolean()
              .map(value -> "write " + value)
              .orElse("write true or false, without quotes and not as a list");
      case "array" -> "write a list, each entry in a line of its own: \"- " + firstItem() + "\"";
      case "object" -> "write lines such as \"key: value\"";
      case "integer" -> "write a number " + schema.suchAs() + ", in digits and without quotes";
      default -> helpForText(accepted);
    };
  }

  private Optional<Fix.Rewrite> fix(Optional<String> accepted) {
    YamlEdits edits = new YamlEdits(document);
    return switch (schema.types().get(0)) {
      case "boolean" -> unwrap(edits, intendedBoolean().map(String::valueOf));
      case "integer" -> unwrap(edits, intendedNumber());
      case "array" -> list(edits);
      case "object" -> Optional.empty();
      default -> text(edits, accepted);
    };
  }

  /** Returns a safe fix: the same value without quotes or brackets has only one meaning. */
  private Optional<Fix.Rewrite> unwrap(YamlEdits edits, Optional<String> source) {
    return source
        .flatMap(text -> edits.source(node, text))
        .map(edit -> YamlEdits.rewrite(edit, true));
  }

  private Optional<Fix.Rewrite> text(YamlEdits edits, Optional<String> accepted) {
    return accepted
        .flatMap(
            text ->
                node instanceof YamlNode.Scalar scalar
                    ? edits.quotes(scalar)
                    : edits.source(node, YamlText.of(text)))
        .map(edit -> YamlEdits.rewrite(edit, true));
  }

  private Optional<Fix.Rewrite> list(YamlEdits edits) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.type() != YamlNode.Type.TEXT) {
      return Optional.empty();
    }
    List<String> texts = PackedValues.in(scalar.text(), schema.items());
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    if (scalar.span().line() < scalar.span().endLine() && scalar.isPlain()) {
      return Optional.of(edits.entries(scalar))
          .filter(entries -> entries.size() == texts.size())
          .map(entries -> new Fix.Rewrite(entries, false));
    }
    return texts.equals(List.of(scalar.text()))
        ? edits.brackets(scalar).map(edit -> YamlEdits.rewrite(edit, true))
        : edits
            .source(scalar, PackedValues.inBrackets(texts))
            .map(edit -> YamlEdits.rewrite(edit, false));
  }

  /** Returns advice for a text; a number or boolean may be the right text once it is quoted. */
  private String helpForText(Optional<String> accepted) {
    String instead = "write " + schema.aTitle() + " " + schema.suchAs();
    return accepted
        .map(
            text ->
                node instanceof YamlNode.Sequence
                    ? "write " + YamlText.of(text) + ", not as a list"
                    : "put it in quotes: " + quote(text))
        .orElse(instead);
  }

  /** Returns the value as text, if the schema accepts that. */
  private Optional<String> acceptedText() {
    return Optional.of(onlyValue())
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.type() != YamlNode.Type.NULL && schema.accepts(scalar.text()))
        .map(YamlNode.Scalar::text);
  }

  /** Returns the first of several values on one line, or else the schema's example. */
  private String firstItem() {
    List<String> texts =
        node instanceof YamlNode.Scalar scalar
            ? PackedValues.in(scalar.text(), schema.items())
            : List.of();
    return texts.isEmpty() ? schema.example() : texts.get(0);
  }

  /** Returns a number that is in quotes or the only entry of a list. */
  private Optional<String> intendedNumber() {
    return Optional.of(onlyValue())
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.type() != YamlNode.Type.FLOAT)
        .map(YamlNode.Scalar::text)
        .filter(text -> text.matches("0|[1-9][0-9]{0,8}"));
  }

  /** Reads {@code yes} and {@code [True]} as the replaced system did. */
  private Optional<Boolean> intendedBoolean() {
    if (!(onlyValue() instanceof YamlNode.Scalar scalar)) {
      return Optional.empty();
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return Optional.of(true);
    }
    return NO.contains(text) ? Optional.of(false) : Optional.empty();
  }

  /** Returns the value, or the single entry of a list. */
  private YamlNode onlyValue() {
    return node instanceof YamlNode.Sequence list && list.items().size() == 1
        ? list.items().get(0)
        : node;
  }
}
