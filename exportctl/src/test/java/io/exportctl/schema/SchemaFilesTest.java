package io.exportctl.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.everit.json.schema.regexp.RE2JRegexpFactory;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are valid draft-07, describe every part, and have a fixture for each keyword. */
class SchemaFilesTest {

  /** Keywords that only people and editors read. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "markdownDescription",
          "default",
          "examples",
          "errorMessage",
          "patternErrorMessage",
          "x-exportctl-former-names",
          "x-exportctl-label",
          "x-exportctl-option",
          "x-exportctl-type");

  /** The metaschema as published at json-schema.org. */
  private static final Path METASCHEMA = Goldens.resources().resolve("schema/draft-07.schema.json");

  private static final Path FIXTURES = Goldens.resources().resolve("validate");

  static List<Path> schemas() {
    return SchemasOfTheRepository.ofFiles();
  }

  static List<Path> allSchemas() {
    return SchemasOfTheRepository.all();
  }

  @ParameterizedTest
  @MethodSource("allSchemas")
  void isDraft07(Path file) throws IOException {
    Schema metaschema = metaschema();
    JSONObject schema = read(file);

    assertThat(schema.getString("$schema")).isEqualTo("http://json-schema.org/draft-07/schema#");
    assertThatCode(() -> metaschema.validate(schema)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("allSchemas")
  void misspellsNoKeyword(Path file) throws IOException {
    Set<String> known = new TreeSet<>(read(METASCHEMA).getJSONObject("properties").keySet());
    known.addAll(ANNOTATIONS);

    walk(read(file), "", (path, part) -> assertThat(known).as(path).containsAll(part.keySet()));
  }

  @ParameterizedTest
  @MethodSource("allSchemas")
  void namesOnlyKnownTypesAndFragments(Path file) throws IOException {
    Pattern.compile("\"\\$ref\": \"([^\"#]+)\"")
        .matcher(Files.readString(file))
        .results()
        .forEach(ref -> assertThat(file.resolveSibling(ref.group(1))).exists());
    walk(
        read(file),
        "",
        (path, part) -> {
          assertThat(part.optString("$ref", "#")).as(path).startsWith("#");
          if (part.has("x-exportctl-type")) {
            assertThat(ValueType.of(part.getString("x-exportctl-type"))).as(path).isPresent();
          }
        });
  }

  @Test
  void refusesInvalidSchema() throws IOException {
    JSONObject wrong = read(SchemasOfTheRepository.FOLDER.resolve("push.schema.json"));
    wrong.getJSONObject("properties").getJSONObject("users").put("minItems", "1");

    assertThatThrownBy(() -> metaschema().validate(wrong)).isInstanceOf(ValidationException.class);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void describesEveryPartForPeople(Path file) throws IOException {
    walk(
        read(file),
        "",
        (path, part) -> {
          boolean refusal = path.endsWith("/not");
          if (!path.isEmpty() && !refusal) {
            assertThat(part.keySet())
                .as(path)
                .contains(
                    "title", "description", "markdownDescription", "errorMessage", "examples");
            assertThat(part.getString("errorMessage")).as(path).matches("expected .*[^.]");
            assertThat(part.getString("markdownDescription"))
                .as(path)
                .matches("(?s).*\\.\n\n```yaml\n.*\n```")
                .contains(firstValue(part.getJSONArray("examples").get(0)));
          }
          if (part.has("pattern")) {
            assertThat(part.keySet()).as(path).contains("patternErrorMessage");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void givesValidExamples(Path file) throws IOException {
    List<String> tried = new ArrayList<>();
    walk(
        read(file),
        "",
        (path, part) -> {
          Schema schema =
              SchemaLoader.builder()
                  .schemaJson(part)
                  .regexpFactory(new RE2JRegexpFactory())
                  .draftV7Support()
                  .build()
                  .load()
                  .build();
          for (Object example : part.optJSONArray("examples", new JSONArray())) {
            assertThatCode(() -> schema.validate(example)).as(path).doesNotThrowAnyException();
            tried.add(path);
          }
        });
    assertThat(tried).hasSizeGreaterThan(6);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void refusesUnknownKeysOfEveryObjectWithFixedKeys(Path file) throws IOException {
    walk(
        read(file),
        "",
        (path, part) -> {
          if (part.has("properties")) {
            assertThat(part.get("additionalProperties")).as(path).isEqualTo(false);
            assertThat(part.get("type")).as(path).isEqualTo("object");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void requiresOnlyKeysThatItDescribes(Path file) throws IOException {
    JSONObject schema = read(file);

    assertThat(schema.getJSONObject("properties").keySet())
        .containsAll(
            schema.getJSONArray("required").toList().stream().map(String::valueOf).toList());
  }

  @Test
  void hasFixtureForEveryKeyword() throws IOException {
    Set<String> keywords = new TreeSet<>();
    for (Path file : schemas()) {
      walk(read(file), "", (path, part) -> keywords.addAll(part.keySet()));
    }
    keywords.removeAll(ANNOTATIONS);
    keywords.remove("properties");
    List<String> fixtures =
        Stream.concat(
                Arrays.stream(DatasetKind.values()).map(DatasetKind::id), Stream.of("platform"))
            .flatMap(folder -> Folders.names(FIXTURES.resolve(folder), ".yaml").stream())
            .toList();

    assertThat(keywords)
        .allSatisfy(
            keyword ->
                assertThat(fixtures).as(keyword).anyMatch(name -> name.startsWith(kebab(keyword))));
  }

  private static Schema metaschema() throws IOException {
    String text = Files.readString(METASCHEMA);
    return SchemaLoader.builder()
        .schemaJson(new JSONObject(text))
        .schemaClient(url -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .draftV7Support()
        .build()
        .load()
        .build();
  }

  /** Returns the first scalar value of an example. */
  private static String firstValue(Object example) {
    if (example instanceof JSONArray list) {
      return firstValue(list.get(0));
    }
    return example instanceof JSONObject mapping
        ? firstValue(mapping.get(mapping.keys().next()))
        : example.toString();
  }

  private static String kebab(String keyword) {
    return keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "-";
  }

  private static JSONObject read(Path file) throws IOException {
    return new JSONObject(
        file.startsWith(SchemasOfTheRepository.FOLDER)
            ? SchemasOfTheRepository.read(file)
            : Files.readString(file));
  }

  /** Visits the schema and every schema in it. */
  private static void walk(JSONObject schema, String path, BiConsumer<String, JSONObject> visitor) {
    visitor.accept(path, schema);
    for (String keyword : List.of("items", "not", "propertyNames", "additionalProperties")) {
      if (schema.opt(keyword) instanceof JSONObject part) {
        walk(part, path + "/" + keyword, visitor);
      }
    }
    for (String keyword : List.of("properties", "definitions")) {
      JSONObject parts = schema.optJSONObject(keyword, new JSONObject());
      for (String key : parts.keySet()) {
        walk(parts.getJSONObject(key), path + "/" + keyword + "/" + key, visitor);
      }
    }
  }
}
