package io.exportctl.landing.loader;

import com.github.luben.zstd.ZstdInputStream;
import io.exportctl.landing.format.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Decompression of part files. */
final class Decompression {

  private static final int BUFFER = 1 << 16;

  private Decompression() {}

  /** Returns the stream of the bytes before their compression. */
  static InputStream open(Compression compression, InputStream stored) throws IOException {
    return switch (compression) {
      case ZSTD -> new ZstdInputStream(stored);
      case GZIP -> new GZIPInputStream(stored, BUFFER);
      case NONE -> stored;
    };
  }

  /** The compression's name in DuckDB. */
  static String duckName(Compression compression) {
    return switch (compression) {
      case ZSTD -> "zstd";
      case GZIP -> "gzip";
      case NONE -> "uncompressed";
    };
  }
}
