package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.Mending;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The receiver's bucket: the older guide called it {@code bucket}, its code read {@code
 * target_bucket}. Where a dataset has a bucket of its own, nothing read either.
 *
 * @param isOwn whether the dataset has a bucket of its own
 */
record Buckets(boolean isOwn) implements Step {

  private static final String KEY = "bucket";
  private static final String OLD_KEY = "target_bucket";

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    Optional<YamlNode.Entry> bucket = keys.entry(KEY);
    Optional<YamlNode.Entry> target = keys.entry(OLD_KEY);
    if (isOwn) {
      return bucket.flatMap(entry -> asComment(entry, "did nothing here")).stream().toList();
    }
    if (target.isEmpty()) {
      return List.of();
    }
    YamlNode.Scalar key = target.get().key();
    Optional<Outcome> same =
        bucket
            .filter(entry -> text(entry).equals(text(target.get())))
            .flatMap(entry -> asComment(entry, "says the same as target_bucket"));
    if (bucket.isEmpty() || same.isPresent()) {
      List<Fix.Edit> edits = new Mending(document).text(key, KEY).stream().toList();
      Outcome renamed = Outcome.Mended.of(key.span(), edits, "key \"" + OLD_KEY + "\"", KEY);
      return Stream.concat(Stream.of(renamed), same.stream()).toList();
    }
    return List.of(
        new Outcome.Question(
            key.span(),
            List.of(),
            RuleId.UNKNOWN_KEY,
            "\"target_bucket\" beside \"bucket\", expected one: files went to target_bucket",
            "keep the right bucket, under the key bucket, and remove the other line"));
  }

  private static Optional<String> text(YamlNode.Entry entry) {
    return entry.value() instanceof YamlNode.Scalar value
        ? Optional.of(value.text())
        : Optional.empty();
  }

  /** Only of a line that holds nothing else. */
  private static Optional<Outcome> asComment(YamlNode.Entry entry, String why) {
    int line = entry.key().span().line();
    boolean alone =
        entry.value() instanceof YamlNode.Scalar value
            && value.span().endLine() == line
            && entry.key().span().column() == 1;
    Fix.Edit edit = new Fix.Edit(line, 1, line, 1, "# ");
    return alone
        ? Optional.of(
            Outcome.Mended.of(
                entry.key().span(),
                List.of(edit),
                "key \"" + entry.key().text() + "\" " + why,
                "a comment"))
        : Optional.empty();
  }
}
