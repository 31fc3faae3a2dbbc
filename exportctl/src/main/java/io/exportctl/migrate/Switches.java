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
 * Keys that are true or false. The older system asked <a
 * href="https://docs.python.org/3/library/stdtypes.html#truth-value-testing">whether there is
 * something</a>: a list that holds {@code False} switched on, as did {@code "no"} in quotes.
 *
 * @param switches the keys
 */
record Switches(List<String> switches) implements Step {

  private static final Set<String> YES = Set.of("true", "yes", "on");
  private static final Set<String> NO = Set.of("false", "no", "off");

  private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+");

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    YamlEdits mending = new YamlEdits(document);
    return switches.stream()
        .flatMap(key -> keys.entry(key).stream())
        .flatMap(entry -> outcome(mending, entry))
        .toList();
  }

  private static Stream<Outcome> outcome(YamlEdits mending, YamlNode.Entry entry) {
    YamlNode value = entry.value();
    if (value instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.BOOLEAN) {
      return Stream.empty();
    }
    Optional<Boolean> ran = ran(value);
    if (ran.isEmpty()) {
      return Stream.empty();
    }
    String now = ran.get().toString();
    String found = describe(value);
    if (said(value).equals(ran)) {
      return mending.source(value, now).stream()
          .map(edit -> Outcome.Fixed.of(value.span(), List.of(edit), found, now));
    }
    String blank = YamlText.of(Placeholder.of("true or false"));
    return Stream.of(
        new Outcome.Question(
            value.span(),
            mayBlank(value) ? mending.source(value, blank).stream().toList() : List.of(),
            RuleId.WRONG_TYPE,
            found + " switched it " + (ran.get() ? "on" : "off") + ", expected true or false",
            "write " + now + " to keep what runs, or " + !ran.get() + " if that was meant"));
  }

  private static String describe(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().size() == 1
          ? describe(list.items().get(0)) + " in a list"
          : "a list of " + list.items().size();
    }
    return value instanceof YamlNode.Scalar scalar ? quote(scalar.text()) : "keys with values";
  }

  /** Whether all that would be lost is told in the message. */
  private static boolean mayBlank(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().size() == 1 && mayBlank(list.items().get(0));
    }
    return value instanceof YamlNode.Scalar scalar
        && quote(scalar.text()).equals('"' + scalar.text() + '"');
  }

  /** What the older system made of it; empty for what it could not read. */
  private static Optional<Boolean> ran(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return Optional.of(!list.items().isEmpty());
    }
    if (!(value instanceof YamlNode.Scalar scalar) || scalar.type() == YamlNode.Type.NULL) {
      return Optional.empty();
    }
    if (scalar.type() != YamlNode.Type.TEXT) {
      return Optional.of(!ZERO.matcher(scalar.text()).matches());
    }
    // Its YAML was of version 1.1, in which these words without quotes are true and false.
    return scalar.isPlain() && word(scalar).isPresent()
        ? word(scalar)
        : Optional.of(!scalar.text().isEmpty());
  }

  /** What a person would read there. */
  private static Optional<Boolean> said(YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return list.items().isEmpty()
          ? Optional.of(false)
          : Optional.of(list)
              .filter(only -> only.items().size() == 1)
              .flatMap(only -> said(only.items().get(0)));
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
