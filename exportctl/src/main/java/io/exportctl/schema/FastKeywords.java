package io.exportctl.schema;

import java.util.HashSet;
import java.util.Set;
import org.json.JSONArray;
import org.json.JSONObject;

/** The keywords that {@link FastSchema} knows, used as it knows them. */
final class FastKeywords {

  private static final Set<String> KNOWN =
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

  /** What says something to people or to editors. */
  private static final Set<String> REMARKS =
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
          "x-exportctl-type");

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "object", "string");

  private FastKeywords() {}

  /** Whether there is nothing else in a part of a schema. */
  static boolean areAll(JSONObject schema) {
    for (String keyword : schema.keySet()) {
      if (!KNOWN.contains(keyword) && !REMARKS.contains(keyword)) {
        return false;
      }
    }
    return areTypes(schema.opt("type"))
        && (!schema.has("not") || isPatternOfText(schema.optJSONObject("not", new JSONObject())))
        && schema.optString("format", "date").equals("date")
        && (!schema.has("enum") || "string".equals(schema.opt("type")));
  }

  private static boolean areTypes(Object type) {
    return type == null
        || (type instanceof JSONArray several
            ? TYPES.containsAll(several.toList())
            : TYPES.contains(type));
  }

  /** Refuses the texts that match; what is no text is not of its type, so that it is taken. */
  private static boolean isPatternOfText(JSONObject not) {
    Set<String> keywords = new HashSet<>(not.keySet());
    keywords.removeAll(REMARKS);
    return keywords.equals(Set.of("pattern", "type")) && not.get("type").equals("string");
  }
}
