package io.exportctl.dataset;

import io.exportctl.text.JsonWriter;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;

/**
 * A dataset that is not deployed. Its values may be placeholders, so it is known by the texts of
 * its file only.
 *
 * @param facts the texts of the file by their keys, in its order
 */
public record DraftDataset(DatasetKind kind, String name, List<Fact> facts) implements Dataset {

  public DraftDataset {
    facts = List.copyOf(facts);
  }

  /** Reads a file that has no errors apart from placeholders. */
  public static DraftDataset of(DatasetKind kind, YamlDocument document) {
    List<Fact> facts =
        document.mapping().stream()
            .flatMap(keys -> keys.entries().stream())
            .filter(entry -> isOfItsKind(entry.key().text()))
            .map(DraftDataset::fact)
            .filter(fact -> !fact.values().isEmpty())
            .toList();
    return new DraftDataset(kind, Fields.of(document).text("name"), facts);
  }

  /** Returns false for the keys that a register prints of every dataset. */
  private static boolean isOfItsKind(String key) {
    return !key.equals("name") && !key.equals("review_by") && !Details.KEYS.contains(key);
  }

  private static Fact fact(YamlNode.Entry entry) {
    List<YamlNode> values =
        entry.value() instanceof YamlNode.Sequence list ? list.items() : List.of(entry.value());
    List<String> texts =
        values.stream()
            .filter(YamlNode.Scalar.class::isInstance)
            .map(value -> ((YamlNode.Scalar) value).text())
            .toList();
    return new Fact(
        entry.key().text().replace('_', ' '), texts, entry.value() instanceof YamlNode.Sequence);
  }

  @Override
  public List<Fact> facts(Platform platform) {
    return facts;
  }

  /** Writes nothing: a program cannot rely on values that may be placeholders. */
  @Override
  public void write(JsonWriter json, Platform platform) {}

  @Override
  public Meaning meaning(Platform platform) {
    return Meaning.NOTHING;
  }
}
