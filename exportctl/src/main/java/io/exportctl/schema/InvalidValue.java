package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.NearestWord;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value, or a key, that is not what the schema describes.
 *
 * @param keyword of the schema that refuses it
 */
record InvalidValue(YamlDocument document, YamlNode node, SchemaText schema, String keyword) {

  Diagnostic diagnose() {
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

  private Diagnostic misread(YamlNode.Scalar scalar, Optional<LikelyMistake> mistake) {
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
            .filter(one -> schema.accepts(one.value()));
    if (meant.isPresent()) {
      return instead(scalar, meant.get(), found);
    }
    return mistake
        .filter(LikelyMistake::isSeveral)
        .map(one -> PackedValues.in(scalar.text(), schema))
        .filter(several -> !several.isEmpty())
        .map(several -> apart(scalar, several, found))
        .orElse(found);
  }

  private Diagnostic instead(YamlNode.Scalar scalar, LikelyMistake.Meant meant, Diagnostic found) {
    Diagnostic helped = found.withHelp("write " + Quotation.printable(meant.value()));
    return new YamlEdits(document)
        .text(scalar, meant.value())
        .map(edit -> helped.withFix(YamlEdits.rewrite(edit, meant.isSafe())))
        .orElse(helped);
  }

  /** A dataset is called as a file may be; nobody but its owner knows whether that will do. */
  private Optional<LikelyMistake.Meant> asName(String text) {
    String name = text.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return schema
        .type()
        .filter(type -> type == ValueType.DATASET_NAME)
        .map(type -> new LikelyMistake.Meant(Optional.of(type), name, false));
  }

  /** The nearest of the words that will do, where there are only some. */
  private Optional<LikelyMistake.Meant> asWord(String text) {
    return NearestWord.of(text, schema.words())
        .map(word -> new LikelyMistake.Meant(schema.type(), word.text(), word.isUnmistakable()));
  }

  /** Where a list may stand, or where the value is one of a list. */
  private Diagnostic apart(YamlNode.Scalar scalar, List<String> several, Diagnostic found) {
    YamlEdits mending = new YamlEdits(document);
    return mending
        .split(scalar, several)
        .or(
            () ->
                schema.types().contains("array")
                    ? mending.source(scalar, PackedValues.inBrackets(several))
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
