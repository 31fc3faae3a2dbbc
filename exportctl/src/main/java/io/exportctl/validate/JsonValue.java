package io.exportctl.validate;

import io.exportctl.yaml.YamlNode;
import org.json.JSONArray;
import org.json.JSONObject;

/** YAML nodes as the values that the schema library takes. */
final class JsonValue {

  private static final int DIGITS_OF_A_LONG = 18;

  /**
   * Stands for every number that is no decimal integer: no schema of ours takes one, and {@code
   * 1e999999999} costs nothing.
   */
  private static final Double FRACTION = 0.5;

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
      case INTEGER -> integer(scalar.text());
      case FLOAT -> FRACTION;
    };
  }

  /** A number of too many digits is out of any range; other bases are not taken. */
  private static Object integer(String text) {
    if (!text.matches("[-+]?[0-9]+")) {
      return FRACTION;
    }
    if (text.length() <= DIGITS_OF_A_LONG) {
      return Long.valueOf(text);
    }
    return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
