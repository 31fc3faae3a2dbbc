package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;

/** Empty lists and duplicate entries. */
record ListFindings(YamlDocument document, YamlNode.Sequence list, SchemaText schema) {

  Diagnostic empty() {
    SchemaText item = schema.items();
    return Diagnostic.of(
            document.location(list),
            RuleId.EMPTY_LIST,
            "an empty list, expected at least one " + item.title())
        .withHelp("add a line such as \"- " + item.pastedExample().orElse("") + "\"");
  }

  Stream<Diagnostic> duplicates() {
    List<YamlNode> items = list.items();
    Map<String, List<Integer>> groups =
        IntStream.range(0, items.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    index -> JSONObject.valueToString(JsonValue.of(items.get(index)))));
    return groups.values().stream()
        .flatMap(group -> group.stream().skip(1).map(again -> duplicate(again, group.get(0))));
  }

  private Diagnostic duplicate(int again, int first) {
    YamlNode item = list.items().get(again);
    Diagnostic found =
        Diagnostic.of(
                document.location(item),
                RuleId.DUPLICATE_ENTRY,
                value(item)
                    + " is listed again, first in line "
                    + list.items().get(first).span().line())
            .withHelp("remove this one");
    return new YamlEdits(document).without(list, again).map(found::withFix).orElse(found);
  }

  private static String value(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.type() == YamlNode.Type.TEXT
        ? quote(scalar.text())
        : TypeMismatch.describe(node);
  }
}
