package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.source.Catalogue;
import io.exportctl.landing.extractor.source.SourceColumn;
import io.exportctl.landing.extractor.source.SourceTable;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Snapshot;
import io.exportctl.landing.format.Table;
import java.util.List;

/** A manifest without its parts. */
record ManifestDraft(Options options, Keys keys, Snapshot snapshot, Catalogue catalogue) {

  /** Returns the manifest of these chunks. */
  Manifest of(List<ChunkWriter> written) {
    return new Manifest(
        options.dataset(),
        keys.timestamp(),
        snapshot,
        options.encoding(),
        options.compression(),
        catalogue.tables().stream().map(it -> table(it, written)).toList(),
        catalogue.excluded());
  }

  private static Table table(SourceTable table, List<ChunkWriter> written) {
    List<Part> parts =
        written.stream()
            .filter(it -> it.chunk().table().equals(table))
            .flatMap(it -> it.parts().stream())
            .toList();
    return new Table(
        table.schema(),
        table.name(),
        table.tableName(),
        table.kind(),
        table.comment(),
        parts.stream().mapToLong(Part::rows).sum(),
        parts.stream().mapToLong(Part::jsonBytes).sum(),
        table.columns().stream().map(SourceColumn::column).toList(),
        table.excludedColumns(),
        parts);
  }
}
