package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
final class DocumentSchema {

  /** A schema is complete in its file: nothing is ever fetched from a network. */
  private static final SchemaClient NO_NETWORK =
      url -> {
        throw new ExportctlException("a schema refers to " + url + ", expected no remote $ref");
      };

  private final Schema schema;
  private final SchemaText text;

  private DocumentSchema(Schema schema, SchemaText text) {
    this.schema = schema;
    this.text = text;
  }

  /**
   * @param path as it is printed where the schema is broken
   */
  static DocumentSchema parse(String path, byte[] bytes) {
    try {
      JSONObject json = new JSONObject(new JSONTokener(new String(bytes, StandardCharsets.UTF_8)));
      Schema schema =
          SchemaLoader.builder()
              .schemaJson(json)
              .schemaClient(NO_NETWORK)
              .regexpFactory(new RE2JRegexpFactory())
              .draftV7Support()
              .build()
              .load()
              .build();
      return new DocumentSchema(schema, new SchemaText(json));
    } catch (JSONException | SchemaException e) {
      throw new ExportctlException(path + " is no JSON schema: " + e.getMessage(), e);
    }
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
  List<Diagnostic> check(YamlDocument document, Map<String, String> elsewhere) {
    if (document.root().isEmpty()) {
      return List.of();
    }
    List<Diagnostic> refused = refused(document, elsewhere);
    Set<Location> places = refused.stream().map(Diagnostic::location).collect(Collectors.toSet());
    Stream<Diagnostic> taken =
        Stream.concat(Unfilled.in(document), AmbiguousValue.in(document, text))
            .filter(found -> !places.contains(found.location()));
    return Stream.concat(refused.stream(), taken).toList();
  }

  private List<Diagnostic> refused(YamlDocument document, Map<String, String> elsewhere) {
    try {
      schema.validate(JsonValue.of(document.root().orElseThrow()));
      return List.of();
    } catch (ValidationException e) {
      return new SchemaFindings(document, text, elsewhere).of(e);
    }
  }
}
