package io.exportctl.fix;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetState;
import io.exportctl.dataset.Details;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.KeyEdits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sets keys of a dataset that are texts.
 *
 * @param values the texts by their keys, in the order in which they are set
 * @param fileName the name that the file gets; empty if it keeps its own
 */
public record KeyChange(Map<String, String> values, Optional<String> fileName)
    implements FileChange {

  private static final String NAME = "name";

  /** Sets the state of a dataset that is deployed. */
  public static KeyChange ofState(DatasetState state) {
    return new KeyChange(Map.of("state", state.id()), Optional.empty());
  }

  /** Sets the day of the review. */
  public static KeyChange ofReview(String day) {
    return new KeyChange(Map.of("review_by", day), Optional.empty());
  }

  /** Gives a dataset and its file another name, and keeps the former one. */
  public static KeyChange ofName(String from, String to) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(NAME, to);
    values.put("renamed_from", from);
    return new KeyChange(values, Optional.of(to + ".yaml"));
  }

  @Override
  public Optional<Step> next(YamlDocument document) {
    return values.entrySet().stream()
        .filter(value -> !text(document, value.getKey()).equals(Optional.of(value.getValue())))
        .findFirst()
        .flatMap(value -> step(document, value.getKey(), value.getValue()));
  }

  private static Optional<String> text(YamlDocument document, String key) {
    return document.text(key).map(YamlNode.Scalar::text);
  }

  private static Optional<Step> step(YamlDocument document, String key, String text) {
    Optional<YamlNode> former = document.mapping().flatMap(keys -> keys.get(key));
    String before = text(document, key).map(old -> " instead of " + quote(old)).orElse("");
    return former
        .or(() -> document.root())
        .map(
            place ->
                new Step(
                    place,
                    key + " is " + quote(text) + before,
                    new KeyEdits(document).set(key, text, NAME)));
  }

  @Override
  public String whenDone() {
    return "it is so already";
  }

  @Override
  public String subjectOfEdits() {
    return quote(values.keySet().iterator().next());
  }

  @Override
  public Optional<String> objection(YamlDocument document) {
    return !values.containsKey("review_by") && !Details.stateOf(document).isDeployed()
        ? Optional.of("it is a draft, which is not deployed; edit or delete the file")
        : Optional.empty();
  }
}
