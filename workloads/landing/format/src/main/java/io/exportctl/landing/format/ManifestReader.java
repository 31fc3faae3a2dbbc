package io.exportctl.landing.format;

import java.util.List;

/**
 * Reads a manifest strictly: an unknown, missing or repeated key is refused, as is a value of
 * another type, a negative number, or a total that its parts do not give. It does not look at what
 * the names and keys say.
 */
public final class ManifestReader {

  /** Maximum size of a manifest in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private ManifestReader() {}

  /**
   * Reads a manifest.
   *
   * @throws ManifestException if it is not one
   */
  public static Manifest read(byte[] json) throws ManifestException {
    if (json.length > MAX_BYTES) {
      throw new ManifestException("the manifest has more than " + MAX_BYTES + " bytes");
    }
    JsonObject it = JsonObject.parse(json);
    String format = it.text("format");
    if (!format.equals(Manifest.FORMAT)) {
      throw new ManifestException("format is not \"" + Manifest.FORMAT + "\"");
    }
    Manifest manifest =
        new Manifest(
            it.text("dataset"),
            it.text("extractionTimestamp"),
            snapshot(it.object("snapshot")),
            it.constant("encoding", Encoding::find),
            it.constant("compression", Compression::find),
            it.objects("tables", ManifestReader::table),
            it.objects("excludedTables", ManifestReader::excludedTable));
    it.total("rows", manifest.rows());
    it.total("jsonBytes", manifest.jsonBytes());
    it.total("bytes", manifest.bytes());
    it.end();
    return manifest;
  }

  private static Snapshot snapshot(JsonObject it) throws ManifestException {
    Snapshot snapshot =
        new Snapshot(
            it.text("takenAt"), it.text("lsn"), it.text("serverVersion"), it.isTrue("inRecovery"));
    it.end();
    return snapshot;
  }

  private static Table table(JsonObject it) throws ManifestException {
    List<Part> parts = it.objects("parts", ManifestReader::part);
    Table table =
        new Table(
            it.text("schema"),
            it.text("name"),
            it.text("tableName"),
            it.text("kind"),
            it.text("comment"),
            it.total("rows", parts.stream().mapToLong(Part::rows).sum()),
            it.total("jsonBytes", parts.stream().mapToLong(Part::jsonBytes).sum()),
            it.objects("columns", ManifestReader::column),
            it.texts("excludedColumns"),
            parts);
    it.end();
    return table;
  }

  private static Column column(JsonObject it) throws ManifestException {
    Column column =
        new Column(
            it.text("name"),
            it.constant("type", ColumnType::find),
            it.text("sourceType"),
            Math.toIntExact(it.number("precision", Integer.MAX_VALUE)),
            Math.toIntExact(it.number("scale", Integer.MAX_VALUE)),
            it.isTrue("nullable"),
            it.isTrue("hashed"),
            it.text("comment"));
    it.end();
    return column;
  }

  private static Part part(JsonObject it) throws ManifestException {
    Part part =
        new Part(
            it.text("key"),
            it.number("rows", JsonObject.MAX_COUNT),
            it.number("jsonBytes", JsonObject.MAX_COUNT),
            it.number("bytes", JsonObject.MAX_COUNT),
            it.text("sha256"));
    it.end();
    return part;
  }

  private static ExcludedTable excludedTable(JsonObject it) throws ManifestException {
    ExcludedTable table = new ExcludedTable(it.text("name"), it.text("by"));
    it.end();
    return table;
  }
}
