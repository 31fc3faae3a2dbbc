package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.LookAlikes;
import io.exportctl.text.NearestWord;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.ContinuedText;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.BlockList;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value, or a key, that the schema refuses.
 *
 * @param keyword keyword of the schema that refuses it
 */
record InvalidValue(YamlDocument document, YamlNode node, SchemaText schema, String keyword) {

  /** A folder behind the name of a bucket, but not one that stands for all of the bucket. */
  private static final String FOLDER_BEHIND = "[^/?]*/+[^/*?].*";

  Diagnostic diagnose() {
    return ContinuedText.diagnose(document, node).orElseGet(this::refuse);
  }

  private Diagnostic refuse() {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.type() != YamlNode.Type.TEXT) {
      String what = TypeMismatch.describe(node);
      return error(RuleId.INVALID_VALUE, what + ", expected " + schema.aTitle())
          .withHelp(schema.advice(keyword));
    }
    Optional<String> left = Placeholder.fault(scalar.text());
    if (left.isPresent()) {
      return error(
              RuleId.PLACEHOLDER,
              quote(scalar.text()) + " " + left.get() + ", expected " + schema.aTitle())
          .withHelp("write " + schema.aTitle() + " " + schema.suchAs());
    }
    return misread(scalar, LikelyMistake.of(scalar.text(), schema.type()));
  }

  private Diagnostic misread(YamlNode.Scalar scalar, Optional<LikelyMistake> likely) {
    Optional<LikelyMistake> mistake = likely.or(() -> lookAlike(scalar.text()));
    String fault =
        mistake
            .map(one -> one.what() + ", expected " + one.expected().orElse(schema.aTitle()))
            .orElse("is not " + schema.aTitle());
    Diagnostic found =
        error(RuleId.INVALID_VALUE, quote(scalar.text()) + " " + fault)
            .withHelp(schema.advice(keyword));
    Optional<LikelyMistake.Meant> meant =
        mistake
            .flatMap(one -> one.meant(schema.type()))
            .or(() -> asName(scalar.text()))
            .or(() -> asWord(scalar.text()))
            .filter(candidate -> schema.accepts(candidate.value()));
    if (meant.isPresent()) {
      return replace(scalar, meant.get(), found);
    }
    return mistake
        .filter(LikelyMistake::isSeveral)
        .map(one -> PackedValues.in(scalar.text(), schema))
        .filter(values -> !values.isEmpty())
        .map(values -> split(scalar, values, found))
        .orElseGet(() -> similar(scalar, found));
  }

  private Diagnostic replace(YamlNode.Scalar scalar, LikelyMistake.Meant meant, Diagnostic found) {
    Diagnostic helped =
        found.withHelp("write " + Quotation.printable(meant.value()) + rest(scalar, meant));
    return new YamlEdits(document)
        .text(scalar, meant.value())
        .map(edit -> helped.withFix(YamlEdits.rewrite(edit, meant.isSafe())))
        .orElse(helped);
  }

  /** Returns the part of the advice that the new value alone would not tell. */
  private String rest(YamlNode.Scalar scalar, LikelyMistake.Meant meant) {
    if (meant.type().equals(Optional.of(ValueType.BUCKET_NAME))) {
      return scalar.text().matches("(?s).*" + Pattern.quote(meant.value()) + FOLDER_BEHIND)
          ? ", the bucket without a folder"
          : "";
    }
    boolean isAlsoOfFile =
        document.file().matches("(?s)(.*/)?" + Pattern.quote(scalar.text()) + "\\.yaml");
    return meant.type().equals(Optional.of(ValueType.DATASET_NAME)) && isAlsoOfFile
        ? ", and rename the file to " + meant.value() + ".yaml"
        : "";
  }

  /** Names a character that only looks like one that the schema accepts. */
  private Optional<LikelyMistake> lookAlike(String text) {
    String plain = LookAlikes.replaced(text).strip();
    return LookAlikes.first(text)
        .filter(point -> schema.accepts(plain))
        .map(
            point ->
                new LikelyMistake(
                    "holds " + LookAlikes.name(point),
                    Optional.empty(),
                    Optional.of(new LikelyMistake.Meant(Optional.empty(), plain, true)),
                    false));
  }

  /** Returns the text as a valid dataset name; only the owner knows if that name is right. */
  private Optional<LikelyMistake.Meant> asName(String text) {
    String name = text.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return schema
        .type()
        .filter(type -> type == ValueType.DATASET_NAME)
        .map(type -> new LikelyMistake.Meant(Optional.of(type), name, false));
  }

  /** Suggests the nearest of several examples, which need not be the only valid values. */
  private Diagnostic similar(YamlNode.Scalar scalar, Diagnostic found) {
    Optional<NearestWord> nearest = NearestWord.of(scalar.text(), schema.examples());
    if (nearest.isEmpty()) {
      return found;
    }
    String text = nearest.get().text();
    return replace(scalar, new LikelyMistake.Meant(schema.type(), text, false), found)
        .withHelp("did you mean " + text + "? Otherwise " + schema.advice(keyword));
  }

  /** Returns the nearest of the words that the schema accepts, if it lists them. */
  private Optional<LikelyMistake.Meant> asWord(String text) {
    return NearestWord.of(text, schema.words())
        .map(word -> new LikelyMistake.Meant(schema.type(), word.text(), word.isUnmistakable()));
  }

  /** Suggests one entry for each value, where a list is allowed. */
  private Diagnostic split(YamlNode.Scalar scalar, List<String> values, Diagnostic found) {
    YamlEdits edits = new YamlEdits(document);
    return edits
        .split(scalar, values)
        .or(
            () ->
                schema.types().contains("array")
                    ? new BlockList(document)
                        .of(scalar, values)
                        .or(() -> edits.source(scalar, PackedValues.inBrackets(values)))
                    : Optional.empty())
        .map(
            edit ->
                found
                    .withHelp("write each as an entry of its own")
                    .withFix(YamlEdits.rewrite(edit, false)))
        .orElse(found);
  }

  private Diagnostic error(RuleId rule, String message) {
    return Diagnostic.of(document.location(node), rule, message);
  }
}
