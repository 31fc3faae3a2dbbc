package io.exportctl.collection.ingestion.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Opens files of the source, decompressed by their names. */
public final class SourceStreams {

  private SourceStreams() {}

  /**
   * Opens a file. All members of a gzip file are read; what follows them and is none is corrupt.
   *
   * @throws SourceReadException if the file cannot be read at present
   * @throws IOException if it is not gzip although its name says so
   */
  public static InputStream open(Configuration configuration, SourceFile file) throws IOException {
    InputStream raw = raw(configuration, file);
    if (!file.isGzip()) {
      return raw;
    }
    InputStream buffered = new BufferedInputStream(raw, 64 << 10);
    try {
      buffered.mark(1);
      if (buffered.read() < 0) {
        return buffered;
      }
      buffered.reset();
      return new GzipCompressorInputStream(buffered, true);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream raw(Configuration configuration, SourceFile file)
      throws SourceReadException {
    Path path = new Path(file.uri());
    try {
      return new Raw(path.getFileSystem(configuration).open(path), file.name());
    } catch (IOException e) {
      throw new SourceReadException(file.name(), e);
    }
  }

  /** Tells failures of the file system from those of decompression. */
  private static final class Raw extends FilterInputStream {

    private final String name;

    Raw(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw new SourceReadException(name, e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw new SourceReadException(name, e);
      }
    }
  }
}
