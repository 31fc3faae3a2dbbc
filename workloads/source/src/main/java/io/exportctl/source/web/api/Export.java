package io.exportctl.source.web.api;

import io.exportctl.source.load.ServedTable;
import io.exportctl.source.load.TableExport.Format;
import java.util.Optional;

/** A table to export, or the reply in its place. */
record Export(Optional<ServedTable> table, Format format, Reply otherwise) {

  static Export none(Reply otherwise) {
    return new Export(Optional.empty(), Format.CSV, otherwise);
  }
}
