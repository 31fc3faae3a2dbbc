package io.exportctl.schema;

import io.exportctl.text.Quotation;
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
 * Says of a document what the schema library, the judge, would certainly say, so that it need not
 * even be loaded for most. Whatever is in doubt, right or wrong, is left to it: a keyword that is
 * not known here, a text that is not ASCII, an entry that stands twice. For the schemas that the
 * tool brings alone, whose patterns Java and RE2 read alike; {@code FastSchemaTest} holds both
 * against each other.
 */
final class FastSchema {

  /** A day that every month has. */
  private static final String DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])";

  private static final Optional<List<Violation>> NO_VIOLATIONS = Optional.of(List.of());

  /** Ends the look at a document that the library has to judge. */
  @SuppressWarnings("serial")
  private static final class Doubt extends Exception {
    Doubt() {
      super(null, null, false, false);
    }
  }

  private final JSONObject json;
  private final boolean isUnderstood;
  private final List<String> types = new ArrayList<>();
  private final Optional<ThreadLocalMatcher> pattern;
  private final Optional<ThreadLocalMatcher> day;
  private final List<Object> words;
  private final Optional<ThreadLocalMatcher> refused;
  private final List<String> required = new ArrayList<>();
  private final Map<String, FastSchema> properties = new HashMap<>();
  private final int longest;
  private final int fewestItems;
  private final int mostProperties;
  private final Optional<FastSchema> otherProperties;
  private final boolean takesNoOthers;
  private final Optional<FastSchema> names;
  private final Optional<FastSchema> items;

  FastSchema(JSONObject json) {
    this.json = json;
    isUnderstood = FastKeywords.areAll(json);
    if (json.has("type")) {
      Object type = json.get("type");
      for (Object one : type instanceof JSONArray several ? several : List.of(type)) {
        types.add(String.valueOf(one));
      }
    }
    pattern = search(json);
    refused = search(json.optJSONObject("not", new JSONObject()));
    day = json.has("format") ? Optional.of(ThreadLocalMatcher.of(DAY)) : Optional.empty();
    words = json.optJSONArray("enum", new JSONArray()).toList();
    for (Object key : json.optJSONArray("required", new JSONArray())) {
      required.add(key.toString());
    }
    JSONObject keys = json.optJSONObject("properties", new JSONObject());
    for (String key : keys.keySet()) {
      properties.put(key, new FastSchema(keys.getJSONObject(key)));
    }
    longest = json.optInt("maxLength", Integer.MAX_VALUE);
    fewestItems = json.optInt("minItems", 0);
    mostProperties = json.optInt("maxProperties", Integer.MAX_VALUE);
    otherProperties = part("additionalProperties");
    takesNoOthers = Boolean.FALSE.equals(json.opt("additionalProperties"));
    names = part("propertyNames");
    items = part("items");
  }

  private static Optional<ThreadLocalMatcher> search(JSONObject json) {
    return json.has("pattern")
        ? Optional.of(ThreadLocalMatcher.of(json.getString("pattern")))
        : Optional.empty();
  }

  private Optional<FastSchema> part(String keyword) {
    JSONObject part = json.optJSONObject(keyword);
    return part == null ? Optional.empty() : Optional.of(new FastSchema(part));
  }

  /** What the schema library would certainly find; empty where it has to be asked. */
  Optional<List<Violation>> violations(YamlNode root) {
    try {
      List<Violation> found = check(root);
      return found.isEmpty() ? NO_VIOLATIONS : Optional.of(below(found, "#", "#"));
    } catch (Doubt e) {
      return Optional.empty();
    }
  }

  private List<Violation> check(YamlNode node) throws Doubt {
    require(isUnderstood);
    if (node instanceof YamlNode.Mapping mapping) {
      return isOfType("object") ? checkMapping(mapping) : wrongType();
    }
    if (node instanceof YamlNode.Sequence list) {
      return isOfType("array") ? checkList(list) : wrongType();
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) node;
    return switch (scalar.type()) {
      case TEXT -> isOfType("string") ? checkText(scalar.text()) : wrongType();
      case BOOLEAN -> isOfType("boolean") ? List.of() : wrongType();
      case INTEGER -> isOfType("integer") ? checkNumber(scalar.text()) : wrongType();
      case FLOAT, NULL -> throw new Doubt();
    };
  }

  private boolean isOfType(String type) {
    return types.isEmpty() || types.contains(type);
  }

  /** Where a value may be of several, the library tells of each. */
  private List<Violation> wrongType() throws Doubt {
    require(types.size() == 1);
    return List.of(Violation.of("type"));
  }

  private List<Violation> checkText(String text) throws Doubt {
    require(Quotation.isAscii(text) && (day.isEmpty() || day.get().finds(text)));
    List<Violation> found = List.of();
    if (pattern.isPresent() && !pattern.get().finds(text)) {
      found = and(found, "pattern");
    }
    if (text.length() > longest) {
      found = and(found, "maxLength");
    }
    if (!words.isEmpty() && !words.contains(text)) {
      found = and(found, "enum");
    }
    if (refused.isPresent() && refused.get().finds(text)) {
      found = and(found, "not");
    }
    return found;
  }

  private List<Violation> checkNumber(String text) throws Doubt {
    if (!(CoreSchema.number(text) instanceof Long value)) {
      throw new Doubt();
    }
    if (value < json.optLong("minimum", Long.MIN_VALUE)) {
      return List.of(Violation.of("minimum"));
    }
    return value > json.optLong("maximum", Long.MAX_VALUE)
        ? List.of(Violation.of("maximum"))
        : List.of();
  }

  private List<Violation> checkList(YamlNode.Sequence list) throws Doubt {
    List<Violation> found = List.of();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      require(items.isPresent() && item instanceof YamlNode.Scalar);
      require(texts.add(((YamlNode.Scalar) item).text()));
      List<Violation> ofItem = items.get().check(item);
      if (!ofItem.isEmpty()) {
        found = and(found, below(ofItem, "/" + i, "/items"));
      }
    }
    return list.items().size() < fewestItems ? and(found, "minItems") : found;
  }

  private List<Violation> checkMapping(YamlNode.Mapping mapping) throws Doubt {
    List<Violation> found = List.of();
    boolean hasOthers = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      require(names.isEmpty() || names.get().takesKey(key));
      FastSchema value = properties.get(key);
      if (value != null) {
        List<Violation> ofValue = value.check(entry.value());
        if (!ofValue.isEmpty()) {
          found = and(found, below(ofValue, "/" + key, "/properties/" + key));
        }
      } else if (otherProperties.isPresent()) {
        require(otherProperties.get().check(entry.value()).isEmpty());
      } else {
        require(takesNoOthers);
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

  private boolean takesKey(String key) throws Doubt {
    return isUnderstood && checkText(key).isEmpty();
  }

  private boolean lacksRequired(YamlNode.Mapping mapping) {
    for (String key : required) {
      if (mapping.entry(key).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean isCertain) throws Doubt {
    if (!isCertain) {
      throw new Doubt();
    }
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
