package io.exportctl.collection.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonFault;
import io.exportctl.collection.json.JsonSource;
import io.exportctl.collection.json.JsonTree;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the envelope of a line token by token, as most of it is one string: rules 1 to 7 of
 * docs/collection.md. The last of equal names wins.
 */
final class EnvelopeReader {

  /**
   * A line in its buffer.
   *
   * @param start position of its first byte
   * @param end position after its last byte
   */
  @SuppressWarnings("ArrayRecordComponent") // Not compared.
  private record Line(byte[] bytes, int start, int end) {

    /** Returns the position of the first quotation mark or backslash, or the line's end. */
    int stringEnd(int from) {
      int position = from;
      while (position < end && bytes[position] != '"' && bytes[position] != '\\') {
        position++;
      }
      return position;
    }
  }

  private EnvelopeReader() {}

  /**
   * Reads a line.
   *
   * @throws RejectedException if it is not one JSON object with an object {@code message}
   */
  static Envelope read(byte[] line, int offset, int length) throws RejectedException {
    try (JsonParser parser = JsonSource.open(line, offset, length)) {
      return read(parser, new Line(line, offset, offset + length));
    } catch (IOException e) {
      throw rejected(JsonTree.fault(e));
    } catch (JsonException e) {
      throw rejected(e);
    }
  }

  private static Envelope read(JsonParser parser, Line line)
      throws IOException, JsonException, RejectedException {
    Optional<Envelope> envelope = Optional.empty();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new RejectedException(Reason.ENVELOPE);
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (name.equals("message")) {
        envelope = message(parser, line);
      } else {
        skip(parser);
      }
    }
    if (parser.nextToken() != null) {
      throw new RejectedException(Reason.ENVELOPE);
    }
    return envelope.orElseThrow(() -> new RejectedException(Reason.ENVELOPE));
  }

  private static Optional<Envelope> message(JsonParser parser, Line line)
      throws IOException, JsonException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Optional.empty();
    }
    Object database = null;
    Object collection = null;
    Object id = null;
    Object lastModified = null;
    Optional<Envelope.Encryption> encryption = Optional.empty();
    Optional<Base64Text> encrypted = Optional.empty();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      switch (name) {
        case "db" -> database = value(parser);
        case "collection" -> collection = value(parser);
        case "_id" -> id = value(parser);
        case "_lastModifiedDateTime" -> lastModified = value(parser);
        case "encryption" -> encryption = encryption(parser);
        case "dbObject" -> encrypted = encrypted(parser, line);
        default -> skip(parser);
      }
    }
    return Optional.of(new Envelope(database, collection, id, lastModified, encryption, encrypted));
  }

  private static Optional<Envelope.Encryption> encryption(JsonParser parser)
      throws IOException, JsonException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Optional.empty();
    }
    boolean hasKeyId = false;
    Object sealedKey = null;
    Object masterKeyId = null;
    Object vector = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Object value = value(parser);
      switch (name) {
        case "encryptionKeyId" -> hasKeyId = true;
        case "encryptedEncryptionKey" -> sealedKey = value;
        case "keyEncryptionKeyId" -> masterKeyId = value;
        case "initialisationVector" -> vector = value;
        default -> {
          // Other fields are ignored.
        }
      }
    }
    return hasKeyId
            && sealedKey instanceof String key
            && masterKeyId instanceof String master
            && vector instanceof String text
        ? Optional.of(new Envelope.Encryption(key, master, text))
        : Optional.empty();
  }

  private static Optional<Base64Text> encrypted(JsonParser parser, Line line) throws IOException {
    JsonToken token = parser.nextToken();
    if (token != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return Optional.empty();
    }
    // The string is not read yet: the parser stands after its quotation mark.
    int start = line.start() + (int) parser.currentLocation().getByteOffset();
    int end = line.stringEnd(start);
    if (end < line.end() && line.bytes()[end] == '"') {
      return end == start ? Optional.empty() : Optional.of(Base64Text.of(line.bytes(), start, end));
    }
    // With escapes, as some writers have for an equals sign.
    int length = parser.getTextLength();
    return Optional.of(Base64Text.of(parser.getTextCharacters(), parser.getTextOffset(), length));
  }

  private static Object value(JsonParser parser) throws IOException, JsonException {
    return JsonTree.value(parser, parser.nextToken());
  }

  private static void skip(JsonParser parser) throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  private static RejectedException rejected(JsonException e) {
    boolean isTooLarge = e.fault() == JsonFault.TOO_LARGE;
    return new RejectedException(isTooLarge ? Reason.TOO_LARGE : Reason.ENVELOPE);
  }
}
