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
import io.exportctl.yaml.edit.BlockList;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value whose type differs from the schema's, described in the words of YAML. */
record TypeMismatch(
    YamlDocument document, YamlNode node, SchemaText schema, IntendedValue intended) {

  TypeMismatch(YamlDocument document, YamlNode node, SchemaText schema) {
    this(document, node, schema, new IntendedValue(node, schema));
  }

  Diagnostic diagnose() {
    return ContinuedText.diagnose(document, node).orElseGet(this::refuse);
  }

  private Diagnostic refuse() {
    String expected =
        schema.isDate()
            ? schema.aTitle()
            : schema.types().stream()
                .map(TypeMismatch::inWords)
                .collect(Collectors.joining(" or "));
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
          intended
              .truth()
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
      case "boolean" -> unwrap(edits, intended.truth().map(String::valueOf));
      case "integer" -> unwrap(edits, intended.number());
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
    Optional<String> day = intended.day();
    if (day.isPresent()) {
      return edits.source(node, day.get()).map(edit -> YamlEdits.rewrite(edit, false));
    }
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
    boolean isOne = texts.equals(List.of(scalar.text()));
    return new BlockList(document)
        .of(scalar, isOne ? List.of() : texts)
        .or(
            () ->
                isOne
                    ? edits.brackets(scalar)
                    : edits.source(scalar, PackedValues.inBrackets(texts)))
        .map(edit -> YamlEdits.rewrite(edit, isOne));
  }

  /** Returns advice for a text; a number or boolean may be the right text once it is quoted. */
  private String helpForText(Optional<String> accepted) {
    String instead =
        "write " + intended.day().orElseGet(() -> schema.aTitle() + " " + schema.suchAs());
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
    return Optional.of(intended.onlyValue())
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
    return texts.isEmpty() ? schema.pastedExample().orElse("") : SchemaText.asYaml(texts.get(0));
  }
}
