package io.exportctl.schema;

import java.util.HashSet;
import java.util.Set;
import org.json.JSONArray;
import org.json.JSONObject;

/** Keywords that {@link FastSchema} supports, with the values that it supports. */
final class FastKeywords {

  private static final Set<String> SUPPORTED =
      Set.of(
          "additionalProperties",
          "enum",
          "format",
          "items",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minimum",
          "not",
          "pattern",
          "properties",
          "propertyNames",
          "required",
          "type",
          "uniqueItems");

  /** Keywords that only people and editors read. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$id",
          "$schema",
          "default",
          "description",
          "errorMessage",
          "examples",
          "markdownDescription",
          "patternErrorMessage",
          "title",
          "x-exportctl-former-names",
          "x-exportctl-label",
          "x-exportctl-option",
          "x-exportctl-type");

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "object", "string");

  private FastKeywords() {}

  /** Returns true if a part of a schema has only supported keywords and annotations. */
  static boolean isSupported(JSONObject schema) {
    for (String keyword : schema.keySet()) {
      if (!SUPPORTED.contains(keyword) && !ANNOTATIONS.contains(keyword)) {
        return false;
      }
    }
    return areSupportedTypes(schema.opt("type"))
        && (!schema.has("not") || isPatternOfText(schema.optJSONObject("not", new JSONObject())))
        && schema.optString("format", "date").equals("date")
        && (!schema.has("enum") || "string".equals(schema.opt("type")));
  }

  private static boolean areSupportedTypes(Object type) {
    return type == null
        || (type instanceof JSONArray types
            ? TYPES.containsAll(types.toList())
            : TYPES.contains(type));
  }

  /** Returns true for a {@code not} that refuses texts by their pattern, and no other values. */
  private static boolean isPatternOfText(JSONObject not) {
    Set<String> keywords = new HashSet<>(not.keySet());
    keywords.removeAll(ANNOTATIONS);
    return keywords.equals(Set.of("pattern", "type")) && not.get("type").equals("string");
  }
}
