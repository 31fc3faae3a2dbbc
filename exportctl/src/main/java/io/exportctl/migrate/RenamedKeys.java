package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Adoption.RenamedKey;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renames a key to today's name, which the older guide already used although the code never read
 * it: a file may have both.
 */
record RenamedKeys(Optional<RenamedKey> renamed) implements Step {

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    return renamed
        .flatMap(key -> keys.entry(key.old()).map(entry -> rename(document, keys, key, entry)))
        .orElse(List.of());
  }

  private static List<Outcome> rename(
      YamlDocument document, YamlNode.Mapping keys, RenamedKey key, YamlNode.Entry entry) {
    Optional<YamlNode.Entry> now = keys.entry(key.now());
    Optional<Outcome> same =
        now.filter(other -> text(other).equals(text(entry)))
            .flatMap(other -> CommentedOut.of(other, "says the same as " + key.old()));
    if (now.isEmpty() || same.isPresent()) {
      List<Fix.Edit> edits = new YamlEdits(document).text(entry.key(), key.now()).stream().toList();
      Outcome done =
          Outcome.Fixed.of(entry.key().span(), edits, "key \"" + key.old() + "\"", key.now());
      return Stream.concat(Stream.of(done), same.stream()).toList();
    }
    return List.of(
        new Outcome.Question(
            entry.key().span(),
            List.of(),
            RuleId.UNKNOWN_KEY,
            "\"%s\" beside \"%s\", expected one: the older system read %s"
                .formatted(key.old(), key.now(), key.old()),
            "keep the right value, under the key %s, and remove the other line"
                .formatted(key.now())));
  }

  private static Optional<String> text(YamlNode.Entry entry) {
    return entry.value() instanceof YamlNode.Scalar value
        ? Optional.of(value.text())
        : Optional.empty();
  }
}
