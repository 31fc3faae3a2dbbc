package io.exportctl.schema;

import com.google.re2j.Pattern;
import io.exportctl.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONPointer;

/** The texts of a schema, or of a part of one, for people: its title, its example, its keys. */
final class SchemaText {

  private final JSONObject json;

  /** Patterns of the whole schema, compiled on demand. */
  private final Map<String, Pattern> patterns;

  /** Created lazily; safe if two threads race. */
  private Optional<KnownKeys> keys = Optional.empty();

  SchemaText(JSONObject json) {
    this(json, new ConcurrentHashMap<>());
  }

  private SchemaText(JSONObject json, Map<String, Pattern> patterns) {
    this.json = json;
    this.patterns = patterns;
  }

  /**
   * Returns a part of this schema.
   *
   * @param location pointer such as {@code #/properties/users/items}
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

  /** Returns the noun for the value; a team's own schema may lack it. */
  String title() {
    return json.optString("title", "valid value");
  }

  /** Returns the type of the value, or empty if the schema does not name it. */
  Optional<ValueType> type() {
    return ValueType.of(json.optString("x-exportctl-type"));
  }

  /** Returns the word for a value in help texts; empty if the schema has none. */
  String label() {
    return json.optString("x-exportctl-label");
  }

  /** Returns the title with its article. */
  String aTitle() {
    String title = title();
    boolean letters = title.matches("[A-Z]{2,}\\b.*");
    boolean vowel = (letters ? "AEFHILMNORSX" : "AEIOaeio").indexOf(title.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + title;
  }

  String description() {
    return json.optString("description", "");
  }

  /** Returns a valid value, or the first item of a list; empty if the schema has no example. */
  String example() {
    return firstExample().map(String::valueOf).orElse("");
  }

  /** Returns the example as the end of a sentence; empty if the schema has no example. */
  String suchAs() {
    return pastedExample().map(example -> "such as " + example).orElse("");
  }

  /**
   * Returns advice on how to fix a value.
   *
   * @param keyword keyword that refuses the value
   */
  String advice(String keyword) {
    if (keyword.equals("enum")) {
      return "write " + String.join(" or ", words());
    }
    JSONObject refusing = "not".equals(keyword) ? json.optJSONObject("not", json) : json;
    String advice = refusing.optString("patternErrorMessage", "write " + aTitle());
    return (advice + pastedExample().map(example -> ", such as " + example).orElse("")).strip();
  }

  /** Returns the only texts allowed; empty if the schema does not list them. */
  List<String> words() {
    return texts(json.optJSONArray("enum", new JSONArray()));
  }

  /** Returns several examples of a text; empty if the schema has only one. */
  List<String> examples() {
    JSONArray examples = json.optJSONArray("examples", new JSONArray());
    return examples.length() < 2 ? List.of() : texts(examples);
  }

  /** Returns true if a text is valid; a schema without a pattern or words accepts any. */
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

  /** Returns the first example as YAML. An expected date needs no quotes. */
  Optional<String> pastedExample() {
    return firstExample().map(example -> isDate() ? String.valueOf(example) : asYaml(example));
  }

  /** Returns a value as YAML; a text that YAML would read as a number is quoted. */
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

  /** Returns the JSON types that the value may have. */
  List<String> types() {
    Object type = json.opt("type");
    return type instanceof JSONArray names ? texts(names) : List.of(String.valueOf(type));
  }

  SchemaText items() {
    return part(json.optJSONObject("items", new JSONObject()));
  }

  /** Returns the schema of a key's value; empty if the schema does not describe the key. */
  SchemaText property(String key) {
    JSONObject others = json.optJSONObject("additionalProperties", new JSONObject());
    return part(json.optJSONObject("properties", new JSONObject()).optJSONObject(key, others));
  }

  /** Returns true if the schema says anything about the value; nothing is known of others. */
  boolean isDescribed() {
    return !json.isEmpty();
  }

  /** Returns true if the value is a date, which needs no quotes. */
  boolean isDate() {
    return json.optString("format").equals("date");
  }

  /** Returns a limit, such as {@code maximum}, as the schema writes it. */
  String limit(String keyword) {
    return String.valueOf(json.opt(keyword));
  }

  /** Returns the keys of a mapping: required ones in the schema's order, then the others. */
  KnownKeys keys() {
    if (keys.isEmpty()) {
      keys = Optional.of(new SchemaKeys(json, this).read());
    }
    return keys.get();
  }

  static List<String> texts(JSONArray values) {
    List<String> texts = new ArrayList<>(values.length());
    for (Object value : values) {
      texts.add(String.valueOf(value));
    }
    return List.copyOf(texts);
  }
}
