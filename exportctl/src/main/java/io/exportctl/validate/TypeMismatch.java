package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A value of another type than the schema's, told in the words of YAML. */
record TypeMismatch(YamlDocument document, YamlNode node, SchemaText schema) {

  private static final Set<String> YES = Set.of("yes", "y", "on", "true");
  private static final Set<String> NO = Set.of("no", "n", "off", "false");

  Diagnostic diagnose() {
    String expected =
        schema.types().stream().map(TypeMismatch::inWords).collect(Collectors.joining(" or "));
    return Diagnostic.of(
            document.location(node), RuleId.WRONG_TYPE, describe(node) + ", expected " + expected)
        .withHelp(help());
  }

  /** What stands there, as a person would call it. */
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

  private String help() {
    return switch (schema.types().get(0)) {
      case "boolean" ->
          intendedBoolean()
              .map(value -> "write " + value)
              .orElse("write true or false, without quotes and not as a list");
      case "array" -> "write a list, each entry in a line of its own: \"- " + firstItem() + "\"";
      case "object" -> "write lines such as \"key: value\"";
      case "integer" -> "write a number " + schema.suchAs() + ", in digits and without quotes";
      default -> helpForText();
    };
  }

  /** What YAML takes for a number may be the right text, once it is in quotes. */
  private String helpForText() {
    String instead = "write " + schema.aTitle() + " " + schema.suchAs();
    YamlNode only = only();
    if (!(only instanceof YamlNode.Scalar scalar)
        || scalar.type() == YamlNode.Type.NULL
        || !schema.accepts(scalar.text())) {
      return instead;
    }
    return scalar.type() == YamlNode.Type.TEXT
        ? "write " + Quotation.printable(scalar.text()) + ", not as a list"
        : "put it in quotes: " + quote(scalar.text());
  }

  /** The first of what somebody wrote in one line, with commas or dashes. */
  private String firstItem() {
    String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    return Arrays.stream(text.split("[,;\\s]+"))
        .map(item -> item.replaceFirst("^-+", ""))
        .filter(schema.items()::accepts)
        .filter(item -> !item.isEmpty())
        .findFirst()
        .orElse(schema.example());
  }

  /** {@code yes} and {@code [True]} were taken for true by the system that this one replaces. */
  private Optional<Boolean> intendedBoolean() {
    if (!(only() instanceof YamlNode.Scalar scalar)) {
      return Optional.empty();
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return Optional.of(true);
    }
    return NO.contains(text) ? Optional.of(false) : Optional.empty();
  }

  /** The value; of a list with one entry, that entry. */
  private YamlNode only() {
    return node instanceof YamlNode.Sequence list && list.items().size() == 1
        ? list.items().get(0)
        : node;
  }
}
