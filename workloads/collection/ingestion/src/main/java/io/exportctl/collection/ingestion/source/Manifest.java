package io.exportctl.collection.ingestion.source;

import io.exportctl.collection.ingestion.config.Digests;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of a date as they were listed.
 *
 * @param files sorted by name
 */
public record Manifest(List<SourceFile> files) {

  public Manifest {
    files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
  }

  /** SHA-256 of all names, sizes and versions; equal if and only if nothing changed. */
  public String digest() {
    return Digests.sha256(
        files.stream()
            .map(
                it ->
                    "%d:%s %d %s\n"
                        .formatted(it.name().length(), it.name(), it.bytes(), it.version()))
            .collect(Collectors.joining()));
  }

  /** Size of all files in bytes. */
  public long bytes() {
    return files.stream().mapToLong(SourceFile::bytes).sum();
  }
}
