package io.exportctl.schema;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.CoreSchema;
import io.exportctl.yaml.Mending;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is right here, but not the same for every tool that reads YAML: those of <a
 * href="https://yaml.org/type/">YAML 1.1</a> take {@code no} for false, {@code 1:30} for ninety and
 * {@code 035} for twenty-nine.
 */
final class AmbiguousValue {

  private static final Set<String> TRUTH = Set.of("y", "n", "yes", "no", "on", "off");

  /** What texts of those sorts begin with. */
  private static final String TRUTHS = "yYnNoO";

  private static final String NUMBERS = "+-.0123456789";

  /** Every file has a key that begins like one: {@code name}. */
  private static final int LONGEST_TRUTH = 3;

  /** Loaded only for a text that begins as these do: nearly all files are without. */
  private static final class Figures {

    static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][^\\n]*)?");
    static final Pattern NUMBER =
        Pattern.compile(
            "[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*"
                + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
                + "|[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\\.[0-9_]+");
  }

  /** The longest that is no plain text elsewhere. */
  private static final int LONGEST = 64;

  private final YamlDocument document;
  private final List<Diagnostic> found = new ArrayList<>(0);

  private AmbiguousValue(YamlDocument document) {
    this.document = document;
  }

  /**
   * @param schema of the document
   */
  static List<Diagnostic> in(YamlDocument document, SchemaText schema) {
    if (document.root().isEmpty() || !mayDiffer(document.root().get())) {
      return List.of();
    }
    AmbiguousValue values = new AmbiguousValue(document);
    values.lookBelow(document.root().get(), schema);
    return values.found;
  }

  /** Whether any value needs a closer look, for which the schema is asked; of most files none. */
  private static boolean mayDiffer(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (mayDiffer(entry.key()) || mayDiffer(entry.value())) {
          return true;
        }
      }
      return false;
    }
    if (node instanceof YamlNode.Sequence list) {
      for (YamlNode item : list.items()) {
        if (mayDiffer(item)) {
          return true;
        }
      }
      return false;
    }
    String text = ((YamlNode.Scalar) node).text();
    return !text.isEmpty()
        && (NUMBERS.indexOf(text.charAt(0)) >= 0
            || (text.length() <= LONGEST_TRUTH && TRUTHS.indexOf(text.charAt(0)) >= 0));
  }

  private void lookBelow(YamlNode node, SchemaText schema) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        of(entry.key()).ifPresent(found::add);
        lookBelow(entry.value(), schema.property(entry.key().text()));
      }
    } else if (node instanceof YamlNode.Sequence list) {
      SchemaText items = schema.items();
      list.items().forEach(item -> lookBelow(item, items));
    } else if (!schema.isDate()) {
      of((YamlNode.Scalar) node).ifPresent(found::add);
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

  /** What other tools take a text for. */
  private static Optional<String> reading(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (TRUTHS.indexOf(first) >= 0) {
      return text.length() <= LONGEST_TRUTH && TRUTH.contains(text.toLowerCase(Locale.ROOT))
          ? Optional.of("true or false")
          : Optional.empty();
    }
    if (NUMBERS.indexOf(first) < 0) {
      return Optional.empty();
    }
    if (Figures.DATE.matcher(text).matches()) {
      return Optional.of("a date");
    }
    return Figures.NUMBER.matcher(text).matches() ? Optional.of("a number") : Optional.empty();
  }

  private Diagnostic text(YamlNode.Scalar scalar, String elsewhere) {
    return diagnose(
        scalar,
        quote(scalar.text()) + " is text here, but " + elsewhere + " for other tools",
        "put it in quotes",
        new Mending(document).quotes(scalar));
  }

  /** Only a whole number that is written another way; a fraction is the same everywhere. */
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
                new Mending(document).source(scalar, digits)))
        : Optional.empty();
  }

  private Diagnostic diagnose(
      YamlNode.Scalar scalar, String message, String help, Optional<Fix.Edit> edit) {
    Diagnostic found =
        Diagnostic.of(document.location(scalar), RuleId.AMBIGUOUS_VALUE, message).withHelp(help);
    return edit.map(it -> found.withFix(Mending.rewrite(it, true))).orElse(found);
  }
}
