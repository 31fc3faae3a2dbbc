package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.CoreSchema;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values that YAML versions disagree about: tools for <a href="https://yaml.org/type/">YAML
 * 1.1</a> read {@code no} as false, {@code 1:30} as 90 and {@code 035} as 29.
 */
final class AmbiguousValue {

  private static final Set<String> BOOLEANS = Set.of("y", "n", "yes", "no", "on", "off");

  /** Holds a pattern that takes long to compile, and that most workspaces do not need. */
  private static final class Lazy {

    /** Dates (the group) and numbers of YAML 1.1. */
    static final Pattern DATE_OR_NUMBER =
        Pattern.compile(
            "([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][^\\n]*)?)"
                + "|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*"
                + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
                + "|[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\\.[0-9_]+");
  }

  /** Longest value, in characters, that a tool may read as anything but text. */
  private static final int LONGEST = 64;

  private final YamlDocument document;
  private final List<Diagnostic> found = new ArrayList<>(0);

  private AmbiguousValue(YamlDocument document) {
    this.document = document;
  }

  /**
   * Returns a warning for each ambiguous value of a document.
   *
   * @param schema schema of the document
   */
  static List<Diagnostic> in(YamlDocument document, SchemaText schema) {
    AmbiguousValue values = new AmbiguousValue(document);
    document.root().ifPresent(root -> values.lookBelow(root, () -> schema));
    return values.found;
  }

  private void lookBelow(YamlNode node, Supplier<SchemaText> schema) {
    // Lambdas, as the class archive cannot hold a reference to a method of an interface.
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        of(entry.key()).ifPresent(one -> found.add(one));
        lookBelow(entry.value(), () -> schema.get().property(entry.key().text()));
      }
    } else if (node instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> lookBelow(item, () -> schema.get().items()));
    } else {
      of((YamlNode.Scalar) node)
          .filter(ambiguous -> schema.get().isDescribed() && !schema.get().isDate())
          .ifPresent(one -> found.add(one));
    }
  }

  private Optional<Diagnostic> of(YamlNode.Scalar scalar) {
    if (!scalar.isPlain() || scalar.text().length() > LONGEST) {
      return Optional.empty();
    }
    return switch (scalar.type()) {
      case TEXT -> reading(scalar.text()).map(elsewhere -> text(scalar, elsewhere));
      case INTEGER, FLOAT -> number(scalar);
      case BOOLEAN, NULL -> Optional.empty();
    };
  }

  /** Names the type that other tools read a text as; empty if they read it as text, too. */
  private static Optional<String> reading(String text) {
    if (BOOLEANS.contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.of("true or false");
    }
    if (!CoreSchema.startsLikeNumber(text)) {
      return Optional.empty();
    }
    Matcher matcher = Lazy.DATE_OR_NUMBER.matcher(text);
    return matcher.matches()
        ? Optional.of(matcher.group(1) == null ? "a number" : "a date")
        : Optional.empty();
  }

  private Diagnostic text(YamlNode.Scalar scalar, String elsewhere) {
    return diagnose(
        scalar,
        quote(scalar.text()) + " is text here, but " + elsewhere + " for other tools",
        "put it in quotes",
        new YamlEdits(document).quotes(scalar));
  }

  /** Reports a whole number in an unusual notation; fractions are read alike everywhere. */
  private Optional<Diagnostic> number(YamlNode.Scalar scalar) {
    Number value = CoreSchema.number(scalar.text());
    String digits = value.toString();
    String written = scalar.text().startsWith("+") ? scalar.text().substring(1) : scalar.text();
    return value instanceof Long && !written.equals(digits)
        ? Optional.of(
            diagnose(
                scalar,
                Quotation.cut(scalar.text())
                    + " is the number "
                    + digits
                    + " here, but may be another for other tools",
                "write " + digits,
                new YamlEdits(document).source(scalar, digits)))
        : Optional.empty();
  }

  private Diagnostic diagnose(
      YamlNode.Scalar scalar, String message, String help, Optional<Fix.Edit> edit) {
    Diagnostic found =
        Diagnostic.of(document.location(scalar), RuleId.AMBIGUOUS_VALUE, message).withHelp(help);
    return edit.map(change -> found.withFix(YamlEdits.rewrite(change, true))).orElse(found);
  }
}
