package io.exportctl.schema;

import com.google.re2j.Pattern;
import io.exportctl.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONPointer;

/** What a schema, or a part of one, says to people: its title, its example, its keys. */
final class SchemaText {

  private final JSONObject json;

  /** Those of the whole schema, compiled when they are needed. */
  private final Map<String, Pattern> patterns;

  /** Made when they are asked for first: once for thousands of files, be it by two threads. */
  private Optional<KnownKeys> keys = Optional.empty();

  SchemaText(JSONObject json) {
    this(json, new ConcurrentHashMap<>());
  }

  private SchemaText(JSONObject json, Map<String, Pattern> patterns) {
    this.json = json;
    this.patterns = patterns;
  }

  /**
   * A part of this schema.
   *
   * @param location a pointer such as {@code #/properties/users/items}
   */
  SchemaText at(String location) {
    if (location.equals("#")) {
      return this;
    }
    Object part = new JSONPointer(location).queryFrom(json);
    return part(part instanceof JSONObject schema ? schema : new JSONObject());
  }

  private SchemaText part(JSONObject part) {
    return new SchemaText(part, patterns);
  }

  /** What the value is: a noun. A team's own schema may leave it out. */
  String title() {
    return json.optString("title", "valid value");
  }

  /** The type of the value; empty if the schema names none. */
  Optional<ValueType> type() {
    return ValueType.of(json.optString("x-exportctl-type"));
  }

  /** The title with its article. */
  String aTitle() {
    String title = title();
    boolean letters = title.matches("[A-Z]{2,}\\b.*");
    boolean vowel = (letters ? "AEFHILMNORSX" : "AEIOaeio").indexOf(title.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + title;
  }

  String description() {
    return json.optString("description", "");
  }

  /** A value as it may be written, of a list its first item; empty where the schema has none. */
  String example() {
    return firstExample().map(String::valueOf).orElse("");
  }

  /** An example as the end of a sentence; empty where the schema has none. */
  String suchAs() {
    return pastedExample().map(example -> "such as " + example).orElse("");
  }

  /**
   * How to mend a value that does not fit.
   *
   * @param keyword that refuses it
   */
  String advice(String keyword) {
    if (keyword.equals("enum")) {
      return "write " + String.join(" or ", words());
    }
    JSONObject refusing = "not".equals(keyword) ? json.optJSONObject("not", json) : json;
    String advice = refusing.optString("patternErrorMessage", "write " + aTitle());
    return (advice + pastedExample().map(example -> ", such as " + example).orElse("")).strip();
  }

  /** The only texts that will do; none where others do too. */
  List<String> words() {
    return texts(json.optJSONArray("enum", new JSONArray()));
  }

  /** Whether a text would do; a schema without a pattern or words takes any. */
  boolean accepts(String text) {
    boolean refused = json.has("not") && matches(json.optJSONObject("not"), text);
    return !refused && matches(json, text) && (words().isEmpty() || words().contains(text));
  }

  private boolean matches(JSONObject schema, String text) {
    return schema != null
        && (!schema.has("pattern")
            || patterns
                .computeIfAbsent(schema.getString("pattern"), Pattern::compile)
                .matcher(text)
                .find());
  }

  private Optional<Object> firstExample() {
    Object example = json.optJSONArray("examples", new JSONArray()).opt(0);
    return Optional.ofNullable(example instanceof JSONArray list ? list.opt(0) : example);
  }

  /**
   * The first example as it is pasted into a file. A date needs no quotes where one is asked for.
   */
  private Optional<String> pastedExample() {
    return firstExample().map(example -> isDate() ? String.valueOf(example) : asYaml(example));
  }

  /** As it is pasted into a file: a text that YAML takes for a number is in quotes. */
  static String asYaml(Object value) {
    if (value instanceof JSONObject mapping) {
      return mapping.keySet().stream()
          .sorted()
          .map(key -> key + ": " + asYaml(mapping.get(key)))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text && !YamlText.isPlain(text)
        ? YamlText.singleQuoted(text)
        : String.valueOf(value);
  }

  /** The JSON types that the value may have. */
  List<String> types() {
    Object type = json.opt("type");
    return type instanceof JSONArray several ? texts(several) : List.of(String.valueOf(type));
  }

  SchemaText items() {
    return part(json.optJSONObject("items", new JSONObject()));
  }

  /** Of one key's value, be the key named or any other; says nothing where neither is known. */
  SchemaText property(String key) {
    JSONObject others = json.optJSONObject("additionalProperties", new JSONObject());
    return part(json.optJSONObject("properties", new JSONObject()).optJSONObject(key, others));
  }

  /** Whether the value is a date, which needs no quotes to be one. */
  boolean isDate() {
    return json.optString("format").equals("date");
  }

  /** A limit, such as {@code maximum}, as it is written. */
  String limit(String keyword) {
    return String.valueOf(json.opt(keyword));
  }

  /** The keys of a mapping: those that are required in the schema's order, then the others. */
  KnownKeys keys() {
    if (keys.isEmpty()) {
      keys = Optional.of(new KnownKeys(properties(), formerNames()));
    }
    return keys.get();
  }

  private List<Property> properties() {
    JSONObject properties = json.optJSONObject("properties", new JSONObject());
    List<String> order = texts(json.optJSONArray("required", new JSONArray()));
    List<Property> known = new ArrayList<>();
    for (String key : properties.keySet()) {
      known.add(property(key, part(properties.getJSONObject(key)), order));
    }
    known.sort(Property.order(order));
    return List.copyOf(known);
  }

  /** Names that keys had in the system that this one replaces, or that people give them. */
  private Map<String, String> formerNames() {
    Map<String, String> keys = new HashMap<>();
    JSONObject properties = json.optJSONObject("properties", new JSONObject());
    for (String key : properties.keySet()) {
      JSONArray names = properties.getJSONObject(key).optJSONArray("x-exportctl-former-names");
      for (String name : texts(names == null ? new JSONArray() : names)) {
        keys.put(name, key);
      }
    }
    return Map.copyOf(keys);
  }

  private static List<String> texts(JSONArray values) {
    List<String> texts = new ArrayList<>(values.length());
    for (Object value : values) {
      texts.add(String.valueOf(value));
    }
    return List.copyOf(texts);
  }

  private static Property property(String key, SchemaText text, List<String> required) {
    String value = text.pastedExample().orElse("");
    boolean list = text.types().equals(List.of("array"));
    return new Property(
        key,
        text.description(),
        text.example(),
        required.contains(key),
        text.types().contains("array"),
        text.types().contains("object"),
        list ? "[" + value + "]" : value,
        text.types().equals(List.of("boolean")),
        text.json.optString("x-exportctl-label"));
  }
}
