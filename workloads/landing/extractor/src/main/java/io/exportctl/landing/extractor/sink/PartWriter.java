package io.exportctl.landing.extractor.sink;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Part;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Writes one part file: compressed, counted and hashed, invisible until its upload completes. */
public final class PartWriter {

  /** Lines that are compressed at a time, since each call of the compression costs. */
  private static final int LINES_BYTES = 1 << 16;

  private final String key;
  private final Upload upload;
  private final Hashed hashed;
  private final OutputStream compressed;
  private long rows;
  private long jsonBytes;

  private PartWriter(String key, Upload upload, Hashed hashed, OutputStream compressed) {
    this.key = key;
    this.upload = upload;
    this.hashed = hashed;
    this.compressed = compressed;
  }

  public static PartWriter open(Destination destination, String key, Compression compression)
      throws IOException {
    Upload upload = destination.begin(key);
    Hashed hashed = new Hashed(upload);
    OutputStream compressed = compressed(hashed, compression);
    return new PartWriter(key, upload, hashed, new BufferedOutputStream(compressed, LINES_BYTES));
  }

  private static OutputStream compressed(OutputStream out, Compression compression)
      throws IOException {
    return switch (compression) {
      case ZSTD -> new ZstdOutputStreamNoFinalizer(out, 1).setChecksum(true);
      case GZIP -> new GZIPOutputStream(out, 1 << 16);
      case NONE -> out;
    };
  }

  /** Writes a line that holds one row. */
  public void line(byte[] json, int length) throws IOException {
    compressed.write(json, 0, length);
    rows++;
    jsonBytes += length;
  }

  /** Bytes of JSON so far. */
  public long jsonBytes() {
    return jsonBytes;
  }

  /** Ends the content; the upload is still to be completed. */
  public Part finish() throws IOException {
    compressed.close();
    String sha256 = HexFormat.of().formatHex(hashed.digest.digest());
    return new Part(key, rows, jsonBytes, hashed.bytes, sha256);
  }

  /** Discards the part. */
  public void abort() throws IOException {
    upload.abort();
    try {
      compressed.close();
    } catch (IOException e) {
      // The upload takes nothing any more; closing was for the memory of the compression.
    }
  }

  public Upload upload() {
    return upload;
  }

  private static final class Hashed extends FilterOutputStream {

    private final MessageDigest digest;
    private long bytes;

    Hashed(OutputStream out) {
      super(out);
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      digest.update(content, offset, length);
      bytes += length;
    }
  }
}
