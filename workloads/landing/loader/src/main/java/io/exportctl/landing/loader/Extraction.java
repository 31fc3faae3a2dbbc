package io.exportctl.landing.loader;

import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An extraction whose manifest was checked.
 *
 * @param parts all parts, in the manifest's order
 */
record Extraction(Manifest manifest, List<LoadedPart> parts) {

  private static final Pattern TIMESTAMP_IN_KEY =
      Pattern.compile("extraction_timestamp=([0-9]{14}Z)/manifest\\.json");

  Extraction {
    parts = List.copyOf(parts);
  }

  /** A part and its table. */
  record LoadedPart(Table table, Part part) {}

  static Extraction of(Manifest manifest) {
    return new Extraction(
        manifest,
        manifest.tables().stream()
            .flatMap(table -> table.parts().stream().map(part -> new LoadedPart(table, part)))
            .toList());
  }

  /** Timestamp in the key of a manifest of this dataset; empty if it is not such a key. */
  static Optional<String> timestamp(String dataset, String manifestKey) {
    Matcher matcher = TIMESTAMP_IN_KEY.matcher(manifestKey);
    return matcher.find()
            && manifestKey.equals(dataset + "/" + Keys.of(dataset, matcher.group(1)).manifest())
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  String timestamp() {
    return manifest.extractionTimestamp();
  }

  /** Key in the landing bucket of an object that the manifest names. */
  String key(String relative) {
    return manifest.dataset() + "/" + relative;
  }

  /** Folder of a table's Parquet files in the curated bucket. */
  String folder(Table table) {
    return "%s/%s/extraction_timestamp=%s/"
        .formatted(manifest.dataset(), table.tableName(), timestamp());
  }

  /** Key of the Parquet file of a part. */
  String parquetKey(int index) {
    return folder(parts.get(index).table())
        + String.format(Locale.ROOT, "part-%05d.parquet", index);
  }

  /** Folder of the marks of the parts that are converted. */
  String marks() {
    return "%s/_loading/%s/".formatted(manifest.dataset(), timestamp());
  }

  String mark(int index) {
    return marks() + String.format(Locale.ROOT, "%05d", index);
  }
}
