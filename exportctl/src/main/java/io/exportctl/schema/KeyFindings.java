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
import java.util.Optional;

/** Unknown and missing keys of a mapping. */
final class KeyFindings {

  private final YamlDocument document;
  private final YamlNode.Mapping mapping;
  private final SchemaText schema;
  private final KnownKeys known;
  private final List<OtherSchema> others;
  private final Optional<OtherSchema> wrongPlace;
  private final MisplacedKeys misplaced;

  /** Unknown keys in source order. */
  private final List<Unknown> unknown = new ArrayList<>();

  /** An unknown key, and the known key that was probably meant. */
  private record Unknown(YamlNode.Scalar key, Optional<NearestWord> meant) {}

  /**
   * Compares the keys of a mapping with the known ones.
   *
   * @param schema schema of the mapping
   * @param others schemas of other files, in one of which a key may belong
   * @param misplaced known keys at the wrong level, which are reported as such
   */
  KeyFindings(
      YamlDocument document,
      YamlNode.Mapping mapping,
      SchemaText schema,
      List<OtherSchema> others,
      MisplacedKeys misplaced) {
    this.document = document;
    this.mapping = mapping;
    this.schema = schema;
    this.known = schema.keys();
    this.others = others;
    this.wrongPlace = OtherSchema.ofWholeFile(mapping, known, others);
    this.misplaced = misplaced;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!known.names().contains(key)) {
        unknown.add(new Unknown(entry.key(), known.suggest(key)));
      }
    }
    if (unknown.size() == 1 && unknown.get(0).meant().isEmpty()) {
      unknown.set(0, new Unknown(unknown.get(0).key(), byValue(unknown.get(0).key())));
    }
  }

  /** Returns the only missing key, if the value of an unknown key is what it takes. */
  private Optional<NearestWord> byValue(YamlNode.Scalar key) {
    List<String> absent = new ArrayList<>(known.required());
    mapping.entries().forEach(entry -> absent.remove(entry.key().text()));
    YamlNode value = mapping.get(key.text()).orElseThrow();
    return absent.size() == 1 && accepts(schema.property(absent.get(0)), value)
        ? Optional.of(new NearestWord(absent.get(0), false))
        : Optional.empty();
  }

  private static boolean accepts(SchemaText schema, YamlNode value) {
    if (value instanceof YamlNode.Sequence list) {
      return schema.types().contains("array")
          && list.items().stream().allMatch(item -> accepts(schema.items(), item));
    }
    return value instanceof YamlNode.Scalar scalar
        && scalar.type() == YamlNode.Type.TEXT
        && schema.type().isPresent()
        && schema.types().contains("string")
        && schema.accepts(scalar.text());
  }

  List<Diagnostic> unknown() {
    List<Diagnostic> found = new ArrayList<>(unknown.size());
    boolean isReported = wrongPlace.isEmpty();
    for (Unknown key : unknown) {
      boolean isOfOther =
          wrongPlace.isPresent() && wrongPlace.get().keys().names().contains(key.key().text());
      if (isOfOther && !isReported) {
        isReported = true;
        found.add(wrongPlace(key.key(), wrongPlace.get()));
      } else if (!isOfOther && !misplaced.isMoot(key.key())) {
        found.add(diagnose(key));
      }
    }
    return found;
  }

  /** Reports the whole file at the first key that tells. */
  private Diagnostic wrongPlace(YamlNode.Scalar key, OtherSchema other) {
    return Diagnostic.of(
            document.location(key),
            RuleId.UNKNOWN_KEY,
            "the keys of " + other.owner() + ", expected those of " + schema.aTitle())
        .withHelp(
            other.isOneFile()
                ? "write them in " + other.path() + ", and remove this file"
                : "move them to a file in " + other.path());
  }

  /** Reports missing required keys, except those that are misspelt or at the wrong level. */
  List<Diagnostic> missing() {
    List<Diagnostic> found = new ArrayList<>(0);
    for (Property property : known.properties()) {
      String key = property.key();
      if (property.required()
          && mapping.entry(key).isEmpty()
          && (wrongPlace.isEmpty() || wrongPlace.get().keys().names().contains(key))
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
    Optional<OtherSchema> owner = OtherSchema.having(key.text(), others);
    if (owner.isPresent() && !isMissing(unknownKey.meant())) {
      String path = owner.get().path();
      return found.withHelp(
          owner.get().isOneFile()
              ? "remove it: it belongs in " + path
              : "remove it, or move the file: it belongs to "
                  + owner.get().owner()
                  + ", in "
                  + path);
    }
    return unknownKey.meant().isPresent()
        ? misspelt(key, unknownKey.meant().get(), found)
        : found.withHelp("use one of " + String.join(", ", known.names()));
  }

  private boolean isMissing(Optional<NearestWord> meant) {
    return meant.isPresent()
        && known.required().contains(meant.get().text())
        && mapping.entry(meant.get().text()).isEmpty();
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
