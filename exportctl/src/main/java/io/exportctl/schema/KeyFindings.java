package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.LookAlikes;
import io.exportctl.text.NearestWord;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unknown and missing keys of a mapping. */
final class KeyFindings {

  private final YamlDocument document;
  private final YamlNode.Mapping mapping;
  private final KnownKeys known;
  private final Map<String, String> elsewhere;
  private final MisplacedKeys misplaced;

  /** Unknown keys in source order. */
  private final List<Unknown> unknown = new ArrayList<>();

  /** An unknown key, and the known key that was probably meant. */
  private record Unknown(YamlNode.Scalar key, Optional<NearestWord> meant) {}

  /**
   * Compares the keys of a mapping with the known ones.
   *
   * @param known keys that the mapping may have
   * @param elsewhere keys of other schemas, with a description of their owners
   * @param misplaced known keys at the wrong level, which are reported as such
   */
  KeyFindings(
      YamlDocument document,
      YamlNode.Mapping mapping,
      KnownKeys known,
      Map<String, String> elsewhere,
      MisplacedKeys misplaced) {
    this.document = document;
    this.mapping = mapping;
    this.known = known;
    this.elsewhere = elsewhere;
    this.misplaced = misplaced;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.names().contains(key)) {
        unknown.add(new Unknown(entry.key(), known.suggest(key)));
      }
    }
  }

  List<Diagnostic> unknown() {
    List<Diagnostic> found = new ArrayList<>(unknown.size());
    for (Unknown key : unknown) {
      if (!misplaced.isMoot(key.key())) {
        found.add(diagnose(key));
      }
    }
    return found;
  }

  /** Reports missing required keys, except those that are misspelt or at the wrong level. */
  List<Diagnostic> missing() {
    List<Diagnostic> found = new ArrayList<>(0);
    for (Property property : known.properties()) {
      String key = property.key();
      if (property.required()
          && mapping.entry(key).isEmpty()
          && timesMeant(key) == 0
          && !misplaced.holds(key)) {
        found.add(
            Diagnostic.of(
                    document.location(mapping),
                    RuleId.MISSING_KEY,
                    "key " + quote(key) + " is missing")
                .withHelp("add a line such as \"" + property.line() + "\""));
      }
    }
    return found;
  }

  private Diagnostic diagnose(Unknown unknownKey) {
    YamlNode.Scalar key = unknownKey.key();
    Diagnostic found =
        Diagnostic.of(
            document.location(key),
            RuleId.UNKNOWN_KEY,
            "unknown key " + quote(key.text()) + lookAlike(key.text()));
    if (elsewhere.containsKey(key.text())) {
      return found.withHelp(
          "remove it, or move the file: it belongs to " + elsewhere.get(key.text()));
    }
    return unknownKey.meant().isPresent()
        ? misspelt(key, unknownKey.meant().get(), found)
        : found.withHelp("use one of " + String.join(", ", known.names()));
  }

  /** Names a character that only looks like one of a known key. */
  private String lookAlike(String key) {
    return LookAlikes.first(key)
        .filter(point -> known.names().contains(LookAlikes.replaced(key)))
        .map(point -> ", which holds " + LookAlikes.name(point))
        .orElse("");
  }

  private Diagnostic misspelt(YamlNode.Scalar key, NearestWord meant, Diagnostic found) {
    String name = meant.text();
    Diagnostic helped = found.withHelp("did you mean " + quote(name) + "?");
    if (!meant.isUnmistakable() || mapping.entry(name).isPresent()) {
      return helped;
    }
    boolean isOnlyReading = timesMeant(name) == 1;
    Optional<Fix.Edit> edit = new YamlEdits(document).text(key, name);
    return edit.isPresent() ? helped.withFix(YamlEdits.rewrite(edit.get(), isOnlyReading)) : helped;
  }

  /** Returns the number of unknown keys that probably mean a key; at most one of them can. */
  private int timesMeant(String name) {
    int times = 0;
    for (Unknown key : unknown) {
      if (key.meant().isPresent() && key.meant().get().text().equals(name)) {
        times++;
      }
    }
    return times;
  }
}
