package io.exportctl.collection.ingestion.source;

import java.io.Serializable;
import java.util.List;

/** The files that one task reads. */
public record FileGroup(List<SourceFile> files) implements Serializable {

  private static final long serialVersionUID = 1;

  public FileGroup {
    files = List.copyOf(files);
  }

  /** Size of all files in bytes. */
  public long bytes() {
    return files.stream().mapToLong(SourceFile::bytes).sum();
  }
}
