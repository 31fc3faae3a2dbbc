package io.exportctl.landing.format;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Compression of the part files. */
public enum Compression {
  ZSTD(".jsonl.zst"),
  GZIP(".jsonl.gz"),
  NONE(".jsonl");

  private final String extension;

  Compression(String extension) {
    this.extension = extension;
  }

  /** Name in a manifest and in settings. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** End of a part's key, with the dot. */
  public String extension() {
    return extension;
  }

  /** Finds a compression by its name. */
  public static Optional<Compression> find(String id) {
    return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
