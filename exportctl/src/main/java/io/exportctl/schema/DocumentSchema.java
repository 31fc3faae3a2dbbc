package io.exportctl.schema;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.everit.json.schema.Schema;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaClient;
import org.everit.json.schema.loader.SchemaLoader;
import org.everit.json.schema.regexp.RE2JRegexpFactory;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONTokener;

/** One schema of {@code schema/}: JSON schema, draft-07. */
public final class DocumentSchema {

  /** A schema is complete in its file: nothing is ever fetched from a network. */
  private static final SchemaClient NO_NETWORK =
      url -> {
        throw new ExportctlException("a schema refers to " + url + ", expected no remote $ref");
      };

  private final SchemaText text;
  private final JSONObject json;
  private final Optional<FastSchema> plain;
  private Optional<Schema> judge;

  /**
   * @param plain says most of what the judge would
   * @param judge the schema library's schema; empty until it is needed
   */
  private DocumentSchema(JSONObject json, Optional<FastSchema> plain, Optional<Schema> judge) {
    this.text = new SchemaText(json);
    this.json = json;
    this.plain = plain;
    this.judge = judge;
  }

  /**
   * Reads a schema. Those that the tool brings are checked without the library where that is
   * certain to give the same result.
   *
   * @param path such as {@code schema/push.schema.json}
   * @param resources returns the bytes of such a path
   * @throws ExportctlException if it is not a JSON schema
   */
  public static DocumentSchema read(String path, Function<String, byte[]> resources) {
    try {
      String text = SchemaFile.read(path, resources);
      JSONObject json = new JSONObject(new JSONTokener(text));
      return text.equals(SchemaFile.read(path, Bundle::read))
          ? new DocumentSchema(json, Optional.of(new FastSchema(json)), Optional.empty())
          : new DocumentSchema(json, Optional.empty(), Optional.of(load(json)));
    } catch (JSONException | SchemaException e) {
      throw new ExportctlException(path + " is not a JSON schema: " + e.getMessage(), e);
    }
  }

  private static Schema load(JSONObject json) {
    return SchemaLoader.builder()
        .schemaJson(json)
        .schemaClient(NO_NETWORK)
        .regexpFactory(new RE2JRegexpFactory())
        .enableOverrideOfBuiltInFormatValidators()
        .addFormatValidator(new UriTemplateFormat())
        .draftV7Support()
        .build()
        .load()
        .build();
  }

  private synchronized Schema judge() {
    Schema schema = judge.orElseGet(() -> load(json));
    judge = Optional.of(schema);
    return schema;
  }

  /** What the schema library would certainly find, without it; empty where it has to be asked. */
  public Optional<List<Violation>> violations(YamlNode root) {
    return plain.isPresent() ? plain.get().violations(root) : Optional.empty();
  }

  SchemaText text() {
    return text;
  }

  /**
   * What is wrong with a document; nothing where it could not be read at all. What the schema takes
   * is looked at once more: it may be a blank, or differ for other tools.
   *
   * @param elsewhere keys of other schemas, and what they belong to
   */
  public List<Diagnostic> check(YamlDocument document, Supplier<Map<String, String>> elsewhere) {
    if (document.root().isEmpty()) {
      return List.of();
    }
    YamlNode root = document.root().get();
    Optional<List<Violation>> violations = violations(root);
    List<Diagnostic> refused =
        violations.isPresent()
            ? refused(document, violations.get(), elsewhere)
            : refused(document, root, elsewhere);
    List<Diagnostic> suspect = new ArrayList<>(PlaceholderCheck.in(document));
    suspect.addAll(AmbiguousValue.in(document, text));
    if (suspect.isEmpty() || refused.isEmpty()) {
      return suspect.isEmpty() ? refused : suspect;
    }
    Set<Location> places = refused.stream().map(Diagnostic::location).collect(Collectors.toSet());
    suspect.removeIf(found -> places.contains(found.location()));
    return Stream.concat(refused.stream(), suspect.stream()).toList();
  }

  /** The same as the schema library says, without it. */
  List<Diagnostic> refused(
      YamlDocument document, List<Violation> violations, Supplier<Map<String, String>> elsewhere) {
    return violations.isEmpty()
        ? List.of()
        : new SchemaFindings(document, text, elsewhere.get()).of(violations);
  }

  /** What the schema library says. */
  public List<Diagnostic> refused(
      YamlDocument document, YamlNode root, Supplier<Map<String, String>> elsewhere) {
    try {
      judge().validate(JsonValue.of(root));
      return List.of();
    } catch (ValidationException e) {
      return new SchemaFindings(document, text, elsewhere.get()).of(e);
    }
  }
}
