package io.exportctl.migrate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.schema.Placeholder;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rewrites keys to true or false. The older system used <a
 * href="https://docs.python.org/3/library/stdtypes.html#truth-value-testing">Python's truth
 * values</a>: a list that holds {@code False} counted as true, as did {@code "no"} in quotes.
 *
 * @param switches the keys
 */
record Switches(List<String> switches) implements Step {

  private static final Set<String> YES = Set.of("true", "yes", "on");
  private static final Set<String> NO = Set.of("false", "no", "off");

  private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+");

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    YamlEdits edits = new YamlEdits(document);
    return switches.stream()
        .flatMap(key -> keys.entry(key).stream())
        .flatMap(entry -> outcome(edits, entry))
        .toList();
  }

  private static Stream<Outcome> outcome(YamlEdits edits, YamlNode.Entry entry) {
    YamlNode value = entry.value();
    if (value instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.BOOLEAN) {
      return Stream.empty();
    }
    Optional<Boolean> effect = effect(value);
    if (effect.isEmpty()) {
      return Stream.empty();
    }
    String now = effect.get().toString();
    String found = describe(value);
    if (intention(value).equals(effect)) {
      return edits.source(value, now).stream()
          .map(edit -> Outcome.Fixed.of(value.span(), List.of(edit), found, now));
    }
    String placeholder = YamlText.of(Placeholder.of("true or false"));
    return Stream.of(
        new Outcome.Question(
            value.span(),
            mayReplace(value) ? edits.source(value, placeholder).stream().toList() : List.of(),
            RuleId.WRONG_TYPE,
            found + " turned it " + (effect.get() ? "on" : "off") + ", expected true or false",
            "write " + now + " to keep what runs, or " + !effect.get() + " if that was meant"));
  }

  private static String describe(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().size() == 1
          ? describe(list.items().get(0)) + " in a list"
          : list.items().isEmpty()
              ? "an empty list"
              : "a list of " + list.items().size() + " entries";
    }
    return value instanceof YamlNode.Scalar scalar ? quote(scalar.text()) : "keys with values";
  }

  /** Returns true if the message quotes the whole value, so that a placeholder may replace it. */
  private static boolean mayReplace(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().size() == 1 && mayReplace(list.items().get(0));
    }
    return value instanceof YamlNode.Scalar scalar
        && quote(scalar.text()).equals('"' + scalar.text() + '"');
  }

  /** Returns how the older system took the value; empty if it could not read it. */
  private static Optional<Boolean> effect(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return Optional.of(!list.items().isEmpty());
    }
    if (!(value instanceof YamlNode.Scalar scalar) || scalar.type() == YamlNode.Type.NULL) {
      return Optional.empty();
    }
    if (scalar.type() != YamlNode.Type.TEXT) {
      return Optional.of(!ZERO.matcher(scalar.text()).matches());
    }
    // It read YAML 1.1, in which these words without quotes are true and false.
    return scalar.isPlain() && word(scalar).isPresent()
        ? word(scalar)
        : Optional.of(!scalar.text().isEmpty());
  }

  /** Returns how a person would take the value. */
  private static Optional<Boolean> intention(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().isEmpty()
          ? Optional.of(false)
          : Optional.of(list)
              .filter(only -> only.items().size() == 1)
              .flatMap(only -> intention(only.items().get(0)));
    }
    return value instanceof YamlNode.Scalar scalar ? word(scalar) : Optional.empty();
  }

  private static Optional<Boolean> word(YamlNode.Scalar scalar) {
    String text = scalar.text().toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return Optional.of(true);
    }
    return NO.contains(text) ? Optional.of(false) : Optional.empty();
  }
}
