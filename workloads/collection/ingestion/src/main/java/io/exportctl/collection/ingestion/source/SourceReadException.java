package io.exportctl.collection.ingestion.source;

import java.io.IOException;

/** A file that cannot be read at present, unlike one whose contents are corrupt. */
public final class SourceReadException extends IOException {

  private static final long serialVersionUID = 1;

  SourceReadException(String name, IOException cause) {
    super(
        "the source's file '%s' cannot be read (%s)"
            .formatted(name, cause.getClass().getSimpleName()),
        cause);
  }
}
