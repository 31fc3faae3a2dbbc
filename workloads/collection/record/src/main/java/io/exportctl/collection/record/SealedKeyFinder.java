package io.exportctl.collection.record;

import io.exportctl.collection.key.SealedKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the sealed key of a line without parsing it. The result is only good for asking early: a
 * line with the names in another place gets another key when it is read.
 */
final class SealedKeyFinder {

  private static final BytePattern KEY = new BytePattern("\"encryptedEncryptionKey\"");
  private static final BytePattern MASTER = new BytePattern("\"keyEncryptionKeyId\"");

  private SealedKeyFinder() {}

  static Optional<SealedKey> find(byte[] line) {
    Optional<String> key = text(line, KEY.endIn(line));
    Optional<String> master = text(line, MASTER.endIn(line));
    if (key.isPresent() && master.isPresent()) {
      return Optional.of(new SealedKey(key.get(), master.get()));
    }
    return parse(line);
  }

  /** Reads lines with escapes in the key, such as Gson's for an equals sign. */
  private static Optional<SealedKey> parse(byte[] line) {
    try {
      return EnvelopeReader.read(line, 0, line.length)
          .encryption()
          .map(it -> new SealedKey(it.sealedKey(), it.masterKeyId()));
    } catch (RejectedException e) {
      // The line is rejected when its turn comes.
      return Optional.empty();
    }
  }

  /** Returns the string after a name; empty if it has an escape, or if something else is there. */
  private static Optional<String> text(byte[] line, int nameEnd) {
    if (nameEnd < 0) {
      return Optional.empty();
    }
    int start = skip(line, skip(line, nameEnd, ':'), '"');
    int end = start;
    while (end < line.length && line[end] != '"' && line[end] != '\\') {
      end++;
    }
    boolean isPlain = end > start && end < line.length && line[end] == '"';
    return isPlain
        ? Optional.of(new String(line, start, end - start, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Returns the position after white space and a character; the line's end if it is not there. */
  private static int skip(byte[] line, int start, char character) {
    int position = start;
    while (position < line.length && line[position] == ' ') {
      position++;
    }
    return position < line.length && line[position] == character ? position + 1 : line.length;
  }
}
