package io.exportctl.collection.ingestion.source;

import java.io.Serializable;

/**
 * A file of the source.
 *
 * @param uri of the file
 * @param name its path below the source's root
 * @param bytes its size
 * @param version the ETag that S3 gives it, else the time of its last change in milliseconds
 */
public record SourceFile(String uri, String name, long bytes, String version)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Returns true if the name says that the file is compressed with gzip. */
  boolean isGzip() {
    return name.endsWith(".gz");
  }
}
