package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.NearestWord;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.Mending;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with the keys of a mapping.
 *
 * @param known the keys that it may have
 * @param elsewhere keys of other schemas, and what they belong to
 * @param misplaced known keys that stand too deep, and are told of as such
 */
record KeyFindings(
    YamlDocument document,
    YamlNode.Mapping mapping,
    List<Property> known,
    Map<String, String> elsewhere,
    MisplacedKeys misplaced) {

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

  Stream<Diagnostic> unknown() {
    return unknownKeys().filter(key -> !misplaced.isMoot(key)).map(this::unknown);
  }

  /** A required key that stands there misspelt, or too deep, is not missed a second time. */
  Stream<Diagnostic> missing() {
    List<String> meant = unknownKeys().flatMap(key -> nearest(key).stream()).toList();
    return known.stream()
        .filter(property -> property.required() && mapping.entry(property.key()).isEmpty())
        .filter(property -> !meant.contains(property.key()))
        .filter(property -> !misplaced.holds(property.key()))
        .map(
            property ->
                Diagnostic.of(
                        document.location(mapping),
                        RuleId.MISSING_KEY,
                        "key " + quote(property.key()) + " is missing")
                    .withHelp("add a line such as \"" + property.line() + "\""));
  }

  private Stream<YamlNode.Scalar> unknownKeys() {
    List<String> names = names();
    return mapping.entries().stream()
        .map(YamlNode.Entry::key)
        .filter(key -> !names.contains(key.text()));
  }

  private Diagnostic unknown(YamlNode.Scalar key) {
    Diagnostic found =
        Diagnostic.of(
            document.location(key), RuleId.UNKNOWN_KEY, "unknown key " + quote(key.text()));
    if (elsewhere.containsKey(key.text())) {
      return found.withHelp(
          "remove it, or move the file: it belongs to " + elsewhere.get(key.text()));
    }
    Optional<String> nearest = nearest(key);
    if (nearest.isEmpty()) {
      return found.withHelp("use one of " + String.join(", ", names()));
    }
    Diagnostic helped = found.withHelp("did you mean " + quote(nearest.get()) + "?");
    return nearest
        .filter(name -> mapping.entry(name).isEmpty() && isUnmistakable(key, name))
        .flatMap(name -> new Mending(document).text(key, name))
        .map(edit -> helped.withFix(Mending.rewrite(edit, isOnly(key, nearest.get()))))
        .orElse(helped);
  }

  private boolean isUnmistakable(YamlNode.Scalar key, String name) {
    return name.equals(FORMER.get(key.text()))
        || NearestWord.unmistakable(key.text(), names()).isPresent();
  }

  /** Whether no other key can mean the same. */
  private boolean isOnly(YamlNode.Scalar key, String name) {
    return unknownKeys()
        .filter(other -> !other.equals(key))
        .noneMatch(other -> nearest(other).equals(Optional.of(name)));
  }

  private Optional<String> nearest(YamlNode.Scalar key) {
    List<String> names = names();
    return Optional.ofNullable(FORMER.get(key.text()))
        .filter(names::contains)
        .or(() -> NearestWord.of(key.text(), names));
  }

  private List<String> names() {
    return known.stream().map(Property::key).toList();
  }
}
