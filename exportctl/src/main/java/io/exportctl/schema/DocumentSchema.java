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

/** A JSON schema (draft-07) of the folder {@code schema/}. */
public final class DocumentSchema {

  /** Refuses remote references: a schema is complete in its file. */
  private static final SchemaClient NO_NETWORK =
      url -> {
        throw new ExportctlException(
            "a schema refers to " + url + ", but a remote $ref is not supported");
      };

  private final SchemaText text;
  private final JSONObject json;
  private final Optional<FastSchema> fast;
  private Optional<Schema> library;

  /**
   * Keeps the two forms of a schema.
   *
   * @param fast check without the schema library; empty if only the library may be used
   * @param library the schema library's form; empty until it is needed
   */
  private DocumentSchema(JSONObject json, Optional<FastSchema> fast, Optional<Schema> library) {
    this.text = new SchemaText(json);
    this.json = json;
    this.fast = fast;
    this.library = library;
  }

  /**
   * Reads a schema. Files are checked against the tool's own schemas without the schema library if
   * that is certain to give the same result.
   *
   * @param path path such as {@code schema/push.schema.json}
   * @param resources returns the bytes of a path
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

  private synchronized Schema library() {
    Schema schema = library.orElseGet(() -> load(json));
    library = Optional.of(schema);
    return schema;
  }

  /** Returns the violations that the schema library would find; empty if only it can tell. */
  public Optional<List<Violation>> violations(YamlNode root) {
    return fast.isPresent() ? fast.get().violations(root) : Optional.empty();
  }

  SchemaText text() {
    return text;
  }

  /**
   * Returns the findings in a document; none if it could not be read. Values that the schema
   * accepts may still be placeholders, or mean something else to other tools.
   *
   * @param others schemas of other files
   */
  public List<Diagnostic> check(YamlDocument document, Supplier<List<OtherSchema>> others) {
    if (document.root().isEmpty()) {
      return List.of();
    }
    YamlNode root = document.root().get();
    Optional<List<Violation>> violations = violations(root);
    List<Diagnostic> refused =
        violations.isPresent()
            ? refused(document, violations.get(), others)
            : refused(document, root, others);
    List<Diagnostic> suspect = new ArrayList<>(PlaceholderCheck.in(document));
    suspect.addAll(AmbiguousValue.in(document, text));
    if (suspect.isEmpty() || refused.isEmpty()) {
      return suspect.isEmpty() ? refused : suspect;
    }
    Set<Location> places = refused.stream().map(Diagnostic::location).collect(Collectors.toSet());
    suspect.removeIf(found -> places.contains(found.location()));
    return Stream.concat(refused.stream(), suspect.stream()).toList();
  }

  /** Turns violations into findings, without the schema library. */
  List<Diagnostic> refused(
      YamlDocument document, List<Violation> violations, Supplier<List<OtherSchema>> others) {
    return violations.isEmpty()
        ? List.of()
        : new SchemaFindings(document, text, others.get()).of(violations);
  }

  /** Returns the findings of the schema library. */
  public List<Diagnostic> refused(
      YamlDocument document, YamlNode root, Supplier<List<OtherSchema>> others) {
    try {
      library().validate(JsonValue.of(root));
      return List.of();
    } catch (ValidationException e) {
      return new SchemaFindings(document, text, others.get()).of(e);
    }
  }
}
