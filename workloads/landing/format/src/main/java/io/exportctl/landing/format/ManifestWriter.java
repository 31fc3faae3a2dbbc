package io.exportctl.landing.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a manifest as JSON. */
public final class ManifestWriter {

  private final JsonGenerator json;

  private ManifestWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Returns the manifest as JSON in UTF-8, with a line end. */
  public static byte[] write(Manifest manifest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.useDefaultPrettyPrinter();
      new ManifestWriter(json).manifest(manifest);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void manifest(Manifest it) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", Manifest.FORMAT);
    json.writeStringField("dataset", it.dataset());
    json.writeStringField("extractionTimestamp", it.extractionTimestamp());
    json.writeObjectFieldStart("snapshot");
    json.writeStringField("takenAt", it.snapshot().takenAt());
    json.writeStringField("lsn", it.snapshot().lsn());
    json.writeStringField("serverVersion", it.snapshot().serverVersion());
    json.writeBooleanField("inRecovery", it.snapshot().inRecovery());
    json.writeEndObject();
    json.writeStringField("encoding", it.encoding().id());
    json.writeStringField("compression", it.compression().id());
    json.writeNumberField("rows", it.rows());
    json.writeNumberField("jsonBytes", it.jsonBytes());
    json.writeNumberField("bytes", it.bytes());
    json.writeArrayFieldStart("tables");
    for (Table table : it.tables()) {
      table(table);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("excludedTables");
    for (ExcludedTable table : it.excludedTables()) {
      json.writeStartObject();
      json.writeStringField("name", table.name());
      json.writeStringField("by", table.by());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void table(Table it) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", it.schema());
    json.writeStringField("name", it.name());
    json.writeStringField("tableName", it.tableName());
    json.writeStringField("kind", it.kind());
    json.writeStringField("comment", it.comment());
    json.writeNumberField("rows", it.rows());
    json.writeNumberField("jsonBytes", it.jsonBytes());
    json.writeArrayFieldStart("columns");
    for (Column column : it.columns()) {
      column(column);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("excludedColumns");
    for (String column : it.excludedColumns()) {
      json.writeString(column);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parts");
    for (Part part : it.parts()) {
      part(part);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void column(Column it) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", it.name());
    json.writeStringField("type", it.type().id());
    json.writeStringField("sourceType", it.sourceType());
    json.writeNumberField("precision", it.precision());
    json.writeNumberField("scale", it.scale());
    json.writeBooleanField("nullable", it.nullable());
    json.writeBooleanField("hashed", it.hashed());
    json.writeStringField("comment", it.comment());
    json.writeEndObject();
  }

  private void part(Part it) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", it.key());
    json.writeNumberField("rows", it.rows());
    json.writeNumberField("jsonBytes", it.jsonBytes());
    json.writeNumberField("bytes", it.bytes());
    json.writeStringField("sha256", it.sha256());
    json.writeEndObject();
  }
}
