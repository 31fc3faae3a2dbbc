package io.exportctl.validate;

import io.exportctl.diagnostic.Quotation;
import io.exportctl.yaml.CoreSchema;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Takes what a schema certainly takes, so that the schema library, the judge, need not even be
 * loaded for a workspace without faults. Whatever else there is, right or wrong, is left to it: a
 * keyword that is not known here, a text that is not ASCII. For the schemas that the tool brings
 * alone, whose patterns Java and RE2 read alike; {@code PlainSchemaTest} holds both against each
 * other.
 */
final class PlainSchema {

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
          "title");

  /** A day that every month has. */
  private static final String DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])";

  private final JSONObject json;
  private final boolean isUnderstood;
  private final List<String> types = new ArrayList<>();
  private final List<Search> searches = new ArrayList<>();
  private final List<Object> words;
  private final Optional<Search> refused;
  private final List<String> required = new ArrayList<>();
  private final Map<String, PlainSchema> properties = new HashMap<>();
  private final int longest;
  private final int fewestItems;
  private final int mostProperties;
  private final Optional<PlainSchema> otherProperties;
  private final Optional<PlainSchema> names;
  private final Optional<PlainSchema> items;

  PlainSchema(JSONObject json) {
    this.json = json;
    JSONObject not = json.optJSONObject("not", new JSONObject());
    isUnderstood =
        (!json.has("not") || isPatternOfText(not))
            && areUnderstood(json.keySet())
            && json.optString("format", "date").equals("date")
            && (!json.has("enum") || "string".equals(json.opt("type")));
    if (json.has("type")) {
      Object type = json.get("type");
      for (Object one : type instanceof JSONArray several ? several : List.of(type)) {
        types.add(String.valueOf(one));
      }
    }
    if (json.has("pattern")) {
      searches.add(Search.of(json.getString("pattern")));
    }
    if (json.has("format")) {
      searches.add(Search.of(DAY));
    }
    refused =
        not.has("pattern") ? Optional.of(Search.of(not.getString("pattern"))) : Optional.empty();
    words = json.optJSONArray("enum", new JSONArray()).toList();
    for (Object key : json.optJSONArray("required", new JSONArray())) {
      required.add(key.toString());
    }
    JSONObject keys = json.optJSONObject("properties", new JSONObject());
    for (String key : keys.keySet()) {
      properties.put(key, new PlainSchema(keys.getJSONObject(key)));
    }
    longest = json.optInt("maxLength", Integer.MAX_VALUE);
    fewestItems = json.optInt("minItems", 0);
    mostProperties = json.optInt("maxProperties", Integer.MAX_VALUE);
    otherProperties = part("additionalProperties");
    names = part("propertyNames");
    items = part("items");
  }

  private static boolean areUnderstood(Set<String> keywords) {
    for (String keyword : keywords) {
      if (!KNOWN.contains(keyword) && !REMARKS.contains(keyword)) {
        return false;
      }
    }
    return true;
  }

  /** Refuses the texts that match; what is no text is not of its type, so that it is taken. */
  private static boolean isPatternOfText(JSONObject not) {
    Set<String> keywords = new HashSet<>(not.keySet());
    keywords.removeAll(REMARKS);
    return keywords.equals(Set.of("pattern", "type")) && not.get("type").equals("string");
  }

  private Optional<PlainSchema> part(String keyword) {
    JSONObject part = json.optJSONObject(keyword);
    return part == null ? Optional.empty() : Optional.of(new PlainSchema(part));
  }

  /** What the schema library would certainly say. */
  enum Verdict {
    ACCEPTED,
    /** There are keys that the schema does not know, or it misses some; the values are right. */
    WRONG_KEYS,
    /** It has to be asked. */
    UNKNOWN
  }

  /** Of a whole document. Which keys there are is what is wrong most often. */
  Verdict verdict(YamlNode node) {
    if (accepts(node)) {
      return Verdict.ACCEPTED;
    }
    return isUnderstood
            && Boolean.FALSE.equals(json.opt("additionalProperties"))
            && node instanceof YamlNode.Mapping mapping
            && isOfType("object")
            && acceptsKnownValues(mapping)
        ? Verdict.WRONG_KEYS
        : Verdict.UNKNOWN;
  }

  /** Whether the schema certainly takes it. */
  private boolean accepts(YamlNode node) {
    if (!isUnderstood) {
      return false;
    }
    if (node instanceof YamlNode.Mapping mapping) {
      return isOfType("object") && acceptsMapping(mapping);
    }
    if (node instanceof YamlNode.Sequence list) {
      return isOfType("array") && acceptsList(list);
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return switch (scalar.type()) {
      case TEXT -> isOfType("string") && acceptsText(scalar.text());
      case BOOLEAN -> isOfType("boolean");
      case INTEGER -> isOfType("integer") && acceptsNumber(scalar.text());
      case FLOAT, NULL -> false;
    };
  }

  private boolean isOfType(String type) {
    return types.isEmpty() || types.contains(type);
  }

  private boolean acceptsText(String text) {
    for (Search search : searches) {
      if (!search.finds(text)) {
        return false;
      }
    }
    return Quotation.isAscii(text)
        && text.length() <= longest
        && (words.isEmpty() || words.contains(text))
        && (refused.isEmpty() || !refused.get().finds(text));
  }

  private boolean acceptsNumber(String text) {
    long value = CoreSchema.number(text).longValue();
    return json.optLong("minimum", Long.MIN_VALUE) <= value
        && value <= json.optLong("maximum", Long.MAX_VALUE);
  }

  private boolean acceptsList(YamlNode.Sequence list) {
    Set<String> texts = new HashSet<>();
    for (YamlNode item : list.items()) {
      boolean unlike = item instanceof YamlNode.Scalar scalar && texts.add(scalar.text());
      if (!unlike || items.isEmpty() || !items.get().accepts(item)) {
        return false;
      }
    }
    return list.items().size() >= fewestItems;
  }

  private boolean acceptsKnownValues(YamlNode.Mapping mapping) {
    for (YamlNode.Entry entry : mapping.entries()) {
      PlainSchema value = properties.get(entry.key().text());
      if (value != null && !value.accepts(entry.value())) {
        return false;
      }
    }
    return names.isEmpty() && mostProperties == Integer.MAX_VALUE;
  }

  private boolean acceptsMapping(YamlNode.Mapping mapping) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      PlainSchema value = properties.get(key);
      boolean known = value != null || otherProperties.isPresent();
      if (!known || !(value != null ? value : otherProperties.get()).accepts(entry.value())) {
        return false;
      }
      if (names.isPresent() && !(names.get().isUnderstood && names.get().acceptsText(key))) {
        return false;
      }
    }
    for (String key : required) {
      if (mapping.entry(key).isEmpty()) {
        return false;
      }
    }
    return mapping.entries().size() <= mostProperties;
  }
}
