package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Advice on an entry of {@code users} that is not the name of a user. Only the prefix in
 * platform.yaml tells which name can be meant, and a name without it would be refused next.
 */
public record UserAdvice(YamlDocument document, String prefix) {

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^A-Za-z0-9+=._-]+");

  /** A name whose prefix was left out, rather than one with another prefix. */
  private static final Pattern WITHOUT_PREFIX = Pattern.compile("[a-z][a-z0-9-]*");

  private static final Set<String> CONJUNCTIONS = Set.of("and", "or");

  /**
   * Improves the advice in findings about entries that the schema refuses.
   *
   * @param keys keys of the lists of users
   */
  public void improve(List<String> keys, List<Diagnostic> found) {
    Map<Location, YamlNode.Scalar> users = new HashMap<>();
    for (String key : keys) {
      for (YamlNode.Scalar user : document.texts(key)) {
        users.put(document.location(user), user);
      }
    }
    found.replaceAll(
        one ->
            one.rule() == RuleId.INVALID_VALUE
                    && users.containsKey(one.location())
                    && one.fix().filter(Fix::isSafe).isEmpty()
                ? advise(one, users.get(one.location()))
                : one);
  }

  /** Returns a finding with the advice to write the name, or the names, that can be meant. */
  Diagnostic advise(Diagnostic found, YamlNode.Scalar user) {
    List<String> words = words(user.text());
    List<String> names = words.stream().flatMap(word -> name(word).stream()).distinct().toList();
    YamlEdits edits = new YamlEdits(document);
    if (names.isEmpty() && WITHOUT_PREFIX.matcher(user.text()).matches()) {
      String name = prefix + user.text();
      return advise(
          found, "write " + name + ", if that is the user's role", edits.text(user, name));
    }
    if (names.size() == 1) {
      return advise(found, "write " + names.get(0), edits.text(user, names.get(0)));
    }
    if (names.size() > 1) {
      boolean isComplete = names.size() == words.size();
      return advise(
          found,
          "write each as an entry of its own",
          isComplete ? edits.split(user, names) : Optional.empty());
    }
    return advise(
        found,
        "write the name of the user's role, such as \"" + Quotation.printable(prefix) + "one\"",
        Optional.empty());
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_NAMES.split(text, -1)) {
      String name = word.replaceFirst("\\.+$", "");
      if (!name.isEmpty() && !CONJUNCTIONS.contains(name)) {
        words.add(name);
      }
    }
    return words;
  }

  /** Returns the name that a word can mean, if it begins with the prefix or nearly so. */
  private Optional<String> name(String word) {
    if (word.length() <= prefix.length()) {
      return Optional.empty();
    }
    if (word.startsWith(prefix)) {
      return Optional.of(word);
    }
    String beginning = plain(word.substring(0, prefix.length()));
    String rest = word.substring(prefix.length()).toLowerCase(Locale.ROOT);
    return beginning.equals(plain(prefix)) ? Optional.of(prefix + rest) : Optional.empty();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static Diagnostic advise(Diagnostic found, String help, Optional<Fix.Edit> edit) {
    return new Diagnostic(
        found.severity(),
        found.location(),
        found.rule(),
        found.message(),
        Optional.of(help),
        edit.map(change -> YamlEdits.rewrite(change, false)),
        found.related());
  }
}
