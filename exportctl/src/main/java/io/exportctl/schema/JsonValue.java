package io.exportctl.schema;

import io.exportctl.yaml.CoreSchema;
import io.exportctl.yaml.YamlNode;
import org.json.JSONArray;
import org.json.JSONObject;

/** Conversion of YAML nodes to the values of the schema library. */
final class JsonValue {

  private static final Double NOT_AN_INTEGER = 0.5;

  private JsonValue() {}

  static Object of(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      JSONObject object = new JSONObject();
      mapping.entries().forEach(entry -> object.put(entry.key().text(), of(entry.value())));
      return object;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      JSONArray array = new JSONArray();
      sequence.items().forEach(item -> array.put(of(item)));
      return array;
    }
    return of((YamlNode.Scalar) node);
  }

  private static Object of(YamlNode.Scalar scalar) {
    return switch (scalar.type()) {
      case TEXT -> scalar.text();
      case BOOLEAN -> scalar.isTrue();
      case NULL -> JSONObject.NULL;
      case INTEGER, FLOAT -> number(CoreSchema.number(scalar.text()));
    };
  }

  /** Replaces infinity and "not a number", which JSON lacks, by a number that no schema accepts. */
  private static Number number(Number value) {
    return Double.isFinite(value.doubleValue()) ? value : NOT_AN_INTEGER;
  }
}
