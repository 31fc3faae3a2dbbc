package io.exportctl.collection.ingestion.source;

import io.exportctl.collection.ingestion.config.Digests;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Reads a stream line by line, with bounded memory. A line ends as in Hadoop: with LF, CR, CR LF or
 * the end of the file; a byte-order mark at the start is not part of the first one.
 */
public final class Lines implements Closeable {

  /** Number of bytes of a line that is too long which are kept. */
  public static final int KEPT_BYTES = 1 << 20;

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final int maximum;
  private final byte[] buffer = new byte[64 << 10];
  private int position;
  private int end;
  private long number;
  private boolean afterCarriageReturn;

  /**
   * @param maximum length of a line in bytes
   */
  public Lines(InputStream in, int maximum) {
    this.in = in;
    this.maximum = maximum;
  }

  /**
   * Returns the next line.
   *
   * @throws SourceReadException if the file cannot be read at present
   * @throws IOException if its contents are corrupt or cut off
   */
  public Optional<Line> next() throws IOException {
    if (number == 0) {
      skipMark();
    }
    if (!fill()) {
      return Optional.empty();
    }
    if (afterCarriageReturn && buffer[position] == '\n') {
      position++;
      if (!fill()) {
        return Optional.empty();
      }
    }
    afterCarriageReturn = false;
    Collector line = new Collector();
    while (fill()) {
      int stop = position;
      while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
        stop++;
      }
      line.add(buffer, position, stop - position);
      position = stop;
      if (stop < end) {
        afterCarriageReturn = buffer[position++] == '\r';
        break;
      }
    }
    return Optional.of(line.finish(++number));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    while (position == end) {
      int read = in.read(buffer, 0, buffer.length);
      if (read < 0) {
        return false;
      }
      position = 0;
      end = read;
    }
    return true;
  }

  private void skipMark() throws IOException {
    if (end != 0) {
      return;
    }
    end = in.readNBytes(buffer, 0, MARK.length);
    boolean isMark =
        end == MARK.length && buffer[0] == MARK[0] && buffer[1] == MARK[1] && buffer[2] == MARK[2];
    position = isMark ? end : 0;
  }

  /** Bytes of one line; of one that is too long, the first and a digest of all. */
  private final class Collector {

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private long length;
    private Optional<MessageDigest> digest = Optional.empty();

    void add(byte[] source, int offset, int count) throws IOException {
      length += count;
      if (digest.isEmpty() && length > maximum) {
        keepFirst();
      }
      if (digest.isEmpty()) {
        bytes.write(source, offset, count);
        return;
      }
      bytes.write(source, offset, Math.max(0, Math.min(count, KEPT_BYTES - bytes.size())));
      digest.orElseThrow().update(source, offset, count);
    }

    private void keepFirst() throws IOException {
      MessageDigest started = Digests.sha256();
      bytes.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), started));
      byte[] all = bytes.toByteArray();
      bytes = new ByteArrayOutputStream();
      bytes.write(all, 0, Math.min(all.length, KEPT_BYTES));
      digest = Optional.of(started);
    }

    Line finish(long lineNumber) {
      String text = digest.map(it -> Digests.text(it.digest())).orElse("");
      return new Line(lineNumber, bytes.toByteArray(), length, text);
    }
  }
}
