package io.exportctl.schema;

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
 * Fast check of documents against a schema, so that the schema library need not be loaded for most
 * of them. It gives no answer where its result might differ from the library's: a keyword that it
 * does not support, a text that is not ASCII, an entry that is listed twice. Only for the schemas
 * of the tool itself, whose patterns Java and RE2 read alike; {@code FastSchemaTest} compares the
 * results of both.
 */
final class FastSchema {

  private static final Optional<List<Violation>> NO_VIOLATIONS = Optional.of(List.of());

  private final boolean isSupported;
  private final List<String> types = new ArrayList<>();
  private final FastScalar scalar;
  private final List<String> required = new ArrayList<>();
  private final Map<String, FastSchema> properties = new HashMap<>();
  private final int fewestItems;
  private final int mostProperties;
  private final Optional<FastSchema> otherProperties;
  private final boolean takesNoOthers;
  private final Optional<FastSchema> names;
  private final Optional<FastSchema> items;

  FastSchema(JSONObject json) {
    isSupported = FastKeywords.isSupported(json);
    if (json.has("type")) {
      Object type = json.get("type");
      for (Object name : type instanceof JSONArray several ? several : List.of(type)) {
        types.add(String.valueOf(name));
      }
    }
    scalar = new FastScalar(json);
    for (Object key : json.optJSONArray("required", new JSONArray())) {
      required.add(key.toString());
    }
    JSONObject keys = json.optJSONObject("properties", new JSONObject());
    for (String key : keys.keySet()) {
      properties.put(key, new FastSchema(keys.getJSONObject(key)));
    }
    fewestItems = json.optInt("minItems", 0);
    mostProperties = json.optInt("maxProperties", Integer.MAX_VALUE);
    otherProperties = part(json, "additionalProperties");
    takesNoOthers = Boolean.FALSE.equals(json.opt("additionalProperties"));
    names = part(json, "propertyNames");
    items = part(json, "items");
  }

  private static Optional<FastSchema> part(JSONObject json, String keyword) {
    JSONObject part = json.optJSONObject(keyword);
    return part == null ? Optional.empty() : Optional.of(new FastSchema(part));
  }

  /** Returns the violations that the schema library would find; empty if only it can tell. */
  Optional<List<Violation>> violations(YamlNode root) {
    try {
      List<Violation> found = check(root);
      return found.isEmpty() ? NO_VIOLATIONS : Optional.of(below(found, "#", "#"));
    } catch (Unsure e) {
      return Optional.empty();
    }
  }

  private List<Violation> check(YamlNode node) throws Unsure {
    Unsure.unless(isSupported);
    if (node instanceof YamlNode.Mapping mapping) {
      return isOfType("object") ? checkMapping(mapping) : wrongType();
    }
    if (node instanceof YamlNode.Sequence list) {
      return isOfType("array") ? checkList(list) : wrongType();
    }
    YamlNode.Scalar value = (YamlNode.Scalar) node;
    return switch (value.type()) {
      case TEXT -> isOfType("string") ? scalar.checkText(value.text()) : wrongType();
      case BOOLEAN -> isOfType("boolean") ? List.of() : wrongType();
      case INTEGER -> isOfType("integer") ? scalar.checkNumber(value.text()) : wrongType();
      case FLOAT, NULL -> throw new Unsure();
    };
  }

  private boolean isOfType(String type) {
    return types.isEmpty() || types.contains(type);
  }

  /** Reports a wrong type; if several types are allowed, the library reports each of them. */
  private List<Violation> wrongType() throws Unsure {
    Unsure.unless(types.size() == 1);
    return List.of(Violation.of("type"));
  }

  private List<Violation> checkList(YamlNode.Sequence list) throws Unsure {
    List<Violation> found = List.of();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      Unsure.unless(items.isPresent() && item instanceof YamlNode.Scalar);
      Unsure.unless(texts.add(((YamlNode.Scalar) item).text()));
      List<Violation> ofItem = items.get().check(item);
      if (!ofItem.isEmpty()) {
        found = and(found, below(ofItem, "/" + i, "/items"));
      }
    }
    return list.items().size() < fewestItems ? and(found, "minItems") : found;
  }

  private List<Violation> checkMapping(YamlNode.Mapping mapping) throws Unsure {
    List<Violation> found = List.of();
    boolean hasOthers = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      Unsure.unless(names.isEmpty() || names.get().takesKey(key));
      FastSchema value = properties.get(key);
      if (value != null) {
        List<Violation> ofValue = value.check(entry.value());
        if (!ofValue.isEmpty()) {
          found = and(found, below(ofValue, "/" + key, "/properties/" + key));
        }
      } else if (otherProperties.isPresent()) {
        Unsure.unless(otherProperties.get().check(entry.value()).isEmpty());
      } else {
        Unsure.unless(takesNoOthers);
        hasOthers = true;
      }
    }
    if (hasOthers) {
      found = and(found, "additionalProperties");
    }
    if (lacksRequired(mapping)) {
      found = and(found, "required");
    }
    return mapping.entries().size() > mostProperties ? and(found, "maxProperties") : found;
  }

  private boolean takesKey(String key) throws Unsure {
    return isSupported && scalar.checkText(key).isEmpty();
  }

  private boolean lacksRequired(YamlNode.Mapping mapping) {
    for (String key : required) {
      if (mapping.entry(key).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static List<Violation> below(List<Violation> found, String step, String part) {
    List<Violation> below = new ArrayList<>(found.size());
    for (Violation violation : found) {
      below.add(violation.below(step, part));
    }
    return below;
  }

  private static List<Violation> and(List<Violation> found, String keyword) {
    return and(found, List.of(Violation.of(keyword)));
  }

  private static List<Violation> and(List<Violation> found, List<Violation> more) {
    if (found.isEmpty()) {
      return more;
    }
    List<Violation> all = new ArrayList<>(found);
    all.addAll(more);
    return all;
  }
}
