package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.NearestWord;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.Mending;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with the keys of a mapping. */
final class KeyFindings {

  /** As the system that this one replaces, and people, called them; there is no other reading. */
  private static final Map<String, String> FORMER =
      Map.of(
          "target_bucket", "bucket",
          "bucket_name", "bucket",
          "dataset_name", "name",
          "user_names", "users",
          "role_arns", "pull_arns",
          "kms_key", "kms_key_arn",
          "alarm_topic", "alarm_topic_arn",
          "export_bucket_name", "export_bucket");

  private final YamlDocument document;
  private final YamlNode.Mapping mapping;
  private final List<Property> known;
  private final List<String> names;
  private final Map<String, String> elsewhere;
  private final MisplacedKeys misplaced;

  /** In source order. */
  private final List<YamlNode.Scalar> unknown = new ArrayList<>();

  /** What an unknown key most likely stands for; none for many. */
  private final Map<String, String> meant = new HashMap<>();

  private KeyFindings(
      YamlDocument document,
      YamlNode.Mapping mapping,
      List<Property> known,
      Map<String, String> elsewhere,
      MisplacedKeys misplaced) {
    this.document = document;
    this.mapping = mapping;
    this.known = known;
    this.names = known.stream().map(Property::key).toList();
    this.elsewhere = elsewhere;
    this.misplaced = misplaced;
  }

  /**
   * @param known the keys that it may have
   * @param elsewhere keys of other schemas, and what they belong to
   * @param misplaced known keys that stand too deep, and are told of as such
   */
  static KeyFindings of(
      YamlDocument document,
      YamlNode.Mapping mapping,
      List<Property> known,
      Map<String, String> elsewhere,
      MisplacedKeys misplaced) {
    KeyFindings keys = new KeyFindings(document, mapping, known, elsewhere, misplaced);
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!keys.names.contains(key)) {
        keys.unknown.add(entry.key());
        keys.nearest(key).ifPresent(name -> keys.meant.put(key, name));
      }
    }
    return keys;
  }

  Stream<Diagnostic> unknown() {
    return unknown.stream().filter(key -> !misplaced.isMoot(key)).map(this::unknown);
  }

  /** A required key that stands there misspelt, or too deep, is not missed a second time. */
  Stream<Diagnostic> missing() {
    return known.stream()
        .filter(property -> property.required() && mapping.entry(property.key()).isEmpty())
        .filter(property -> !meant.containsValue(property.key()))
        .filter(property -> !misplaced.holds(property.key()))
        .map(
            property ->
                Diagnostic.of(
                        document.location(mapping),
                        RuleId.MISSING_KEY,
                        "key " + quote(property.key()) + " is missing")
                    .withHelp("add a line such as \"" + property.line() + "\""));
  }

  private Diagnostic unknown(YamlNode.Scalar key) {
    Diagnostic found =
        Diagnostic.of(
            document.location(key), RuleId.UNKNOWN_KEY, "unknown key " + quote(key.text()));
    if (elsewhere.containsKey(key.text())) {
      return found.withHelp(
          "remove it, or move the file: it belongs to " + elsewhere.get(key.text()));
    }
    return Optional.ofNullable(meant.get(key.text()))
        .map(name -> misspelt(key, name, found.withHelp("did you mean " + quote(name) + "?")))
        .orElseGet(() -> found.withHelp("use one of " + String.join(", ", names)));
  }

  private Diagnostic misspelt(YamlNode.Scalar key, String name, Diagnostic helped) {
    return mapping.entry(name).isEmpty() && isUnmistakable(key, name)
        ? new Mending(document)
            .text(key, name)
            .map(edit -> helped.withFix(Mending.rewrite(edit, isOnly(name))))
            .orElse(helped)
        : helped;
  }

  private boolean isUnmistakable(YamlNode.Scalar key, String name) {
    return name.equals(FORMER.get(key.text()))
        || NearestWord.unmistakable(key.text(), names).isPresent();
  }

  /** Whether no two keys can mean the same. */
  private boolean isOnly(String name) {
    return Collections.frequency(meant.values(), name) == 1;
  }

  private Optional<String> nearest(String key) {
    return Optional.ofNullable(FORMER.get(key))
        .filter(names::contains)
        .or(() -> NearestWord.of(key, names));
  }
}
