package io.exportctl.source.csv;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text of a file; refuses bytes that are not of its encoding, and U+0000, by their line. */
final class TextReader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).limit(0);
  private boolean atEnd;
  private boolean afterReturn;
  private long line = 1;
  private long count;

  private TextReader(InputStream in, CharsetDecoder decoder) {
    this.in = in;
    this.decoder = decoder;
  }

  static TextReader open(Path file, Encodings.Encoding encoding) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(encoding.mark());
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new TextReader(
        in,
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Number of characters that were read so far. */
  long count() {
    return count;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      int read = chars.position() - offset;
      check(target, offset, read);
      if (result.isError()) {
        throw StoreException.refused(
            Fault.inLine(
                "wrong-encoding",
                line,
                "a byte is not of the encoding "
                    + decoder.charset().name()
                    + "; declare the right parse.encoding"));
      }
      if (read > 0) {
        count += read;
        return read;
      }
      if (atEnd) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    atEnd = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
  }

  private void check(char[] target, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = target[i];
      if (c == 0) {
        throw StoreException.refused(
            Fault.inLine(
                "nul-character",
                line,
                "the character U+0000 cannot be kept; remove it, or declare parse.encoding"));
      }
      if (c == '\r' || (c == '\n' && !afterReturn)) {
        line++;
      }
      afterReturn = c == '\r';
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
