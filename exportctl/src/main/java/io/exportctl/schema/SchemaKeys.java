package io.exportctl.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/** Reads the keys that a schema describes. */
final class SchemaKeys {

  private final SchemaText schema;
  private final JSONObject properties;
  private final List<String> required;

  SchemaKeys(JSONObject json, SchemaText schema) {
    this.schema = schema;
    this.properties = json.optJSONObject("properties", new JSONObject());
    this.required = SchemaText.texts(json.optJSONArray("required", new JSONArray()));
  }

  KnownKeys read() {
    List<Property> known = new ArrayList<>();
    for (String key : properties.keySet()) {
      known.add(property(key, schema.property(key)));
    }
    known.sort(Property.order(required));
    return new KnownKeys(List.copyOf(known), nestedOptions(), formerNames());
  }

  /** Returns the nested keys that have an option, under its name. */
  private List<Property> nestedOptions() {
    List<Property> options = new ArrayList<>();
    for (String key : properties.keySet()) {
      JSONObject section = properties.getJSONObject(key).optJSONObject("properties");
      for (String nested : section == null ? List.<String>of() : List.copyOf(section.keySet())) {
        String option = section.getJSONObject(nested).optString("x-exportctl-option");
        if (!option.isEmpty()) {
          options.add(property(option, schema.property(key).property(nested)));
        }
      }
    }
    options.sort(Property.order(List.of()));
    return List.copyOf(options);
  }

  private Property property(String key, SchemaText text) {
    String value = text.pastedExample().orElse("");
    boolean isAlwaysList = text.types().equals(List.of("array"));
    return new Property(
        key,
        text.description(),
        text.example(),
        required.contains(key),
        text.types().contains("array"),
        text.types().contains("object") || text.items().types().contains("object"),
        isAlwaysList ? "[" + value + "]" : value,
        text.types().equals(List.of("boolean")),
        text.label());
  }

  /** Maps the names of keys in the replaced system, and common other names, to the keys. */
  private Map<String, String> formerNames() {
    Map<String, String> keys = new HashMap<>();
    for (String key : properties.keySet()) {
      JSONArray names = properties.getJSONObject(key).optJSONArray("x-exportctl-former-names");
      for (String name : SchemaText.texts(names == null ? new JSONArray() : names)) {
        keys.put(name, key);
      }
    }
    return Map.copyOf(keys);
  }
}
