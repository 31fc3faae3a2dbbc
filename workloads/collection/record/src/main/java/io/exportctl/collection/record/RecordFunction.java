package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonFault;
import io.exportctl.collection.json.JsonNumber;
import io.exportctl.collection.json.JsonTree;
import io.exportctl.collection.key.KeyRefusedException;
import io.exportctl.collection.key.KeyService;
import io.exportctl.collection.key.KeyServiceException;
import io.exportctl.collection.key.SealedKey;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.IvParameterSpec;

/**
 * Function from a line of a file to its outcome. It depends on nothing but the line, the settings
 * and the key service. Each task makes its own, as it is not safe for use by several threads.
 */
public final class RecordFunction {

  /** Length in bytes of the longest line that is read. */
  public static final int MAXIMUM_LINE = 64 << 20;

  private final CollectionName collection;
  private final boolean needsId;
  private final KeyService keys;
  private final Steps steps;
  private final RecordId ids = new RecordId();
  private final Decryption decryption = new Decryption();
  private final KeySuspicion suspicion = new KeySuspicion();
  private final RecordWriter writer;

  /**
   * @throws IllegalArgumentException if the settings name a step that does not exist, or a
   *     collection that is not two words with a colon between them
   */
  public RecordFunction(RecordSettings settings, KeyService keys) {
    this.collection = CollectionName.parse(settings.collection());
    this.needsId = settings.latest();
    this.keys = keys;
    this.steps = Steps.of(settings.steps());
    this.writer = new RecordWriter(steps, settings.columns());
  }

  /**
   * Returns the outcome of one line without its line feed.
   *
   * @throws KeyServiceException if no key can be opened at present
   */
  public Outcome apply(byte[] buffer, int offset, int length) throws KeyServiceException {
    if (length > MAXIMUM_LINE) {
      return new Rejected(Reason.TOO_LARGE);
    }
    if (isBlank(buffer, offset, length)) {
      return new Skipped();
    }
    try {
      return row(EnvelopeReader.read(buffer, offset, length));
    } catch (RejectedException e) {
      return new Rejected(e.reason());
    } catch (KeyRefusedException e) {
      return new Rejected(Reason.KEY_REFUSED);
    }
  }

  /**
   * Opens the keys of lines that {@link #apply} will get soon, all together.
   *
   * @throws KeyServiceException if no key can be opened at present
   */
  public void lookAhead(List<byte[]> lines) throws KeyServiceException {
    Set<SealedKey> sealed = new LinkedHashSet<>();
    for (byte[] line : lines) {
      SealedKeyFinder.find(line).ifPresent(sealed::add);
    }
    keys.openAll(sealed);
  }

  /** Number of keys that open, but gave noise for ten records in a row: they may be wrong. */
  public int suspectKeys() {
    return suspicion.count();
  }

  private Row row(Envelope envelope)
      throws RejectedException, KeyRefusedException, KeyServiceException {
    if (!collection.isOf(envelope)) {
      throw new RejectedException(Reason.OTHER_COLLECTION);
    }
    Optional<String> id = ids.text(envelope.id());
    if (needsId && id.isEmpty()) {
      throw new RejectedException(Reason.ID_MISSING);
    }
    Map<String, Object> record = decrypt(envelope);
    for (Step.Shape step : steps.shapes()) {
      record = step.apply(record, lastModified(envelope));
    }
    Operation operation = Normalisation.operation(record);
    Instant lastModified = Normalisation.apply(record);
    writer.write(record);
    return new Row(
        id, operation, lastModified, writer.text(), writer.columns(), writer.columnMismatches());
  }

  private Map<String, Object> decrypt(Envelope envelope)
      throws RejectedException, KeyRefusedException, KeyServiceException {
    Envelope.Encryption encryption =
        envelope.encryption().orElseThrow(() -> new RejectedException(Reason.ENVELOPE));
    Base64Text encrypted =
        envelope.encrypted().orElseThrow(() -> new RejectedException(Reason.NO_DB_OBJECT));
    byte[] bytes = encrypted.decode();
    IvParameterSpec vector = Decryption.vector(encryption.vector());
    SealedKey sealedKey = new SealedKey(encryption.sealedKey(), encryption.masterKeyId());
    decryption.apply(keys.open(sealedKey), vector, bytes);
    return parse(sealedKey, bytes);
  }

  private Map<String, Object> parse(SealedKey sealedKey, byte[] text) throws RejectedException {
    try {
      Object value = JsonTree.parse(text, 0, text.length);
      suspicion.good(sealedKey);
      if (value instanceof Map<?, ?> object) {
        @SuppressWarnings("unchecked") // JsonTree makes no other maps.
        Map<String, Object> record = (Map<String, Object>) object;
        return record;
      }
    } catch (JsonException e) {
      if (e.fault() == JsonFault.SYNTAX || e.fault() == JsonFault.UTF_8) {
        suspicion.bad(sealedKey);
      }
      throw RejectedException.of(e);
    }
    throw new RejectedException(Reason.NO_OBJECT);
  }

  /** Returns the envelope's time as Python's text of it: rule 12. */
  private static String lastModified(Envelope envelope) throws RejectedException {
    Object value = envelope.lastModified();
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Boolean isTrue) {
      return isTrue ? "True" : "False";
    }
    if (value instanceof JsonNumber number) {
      try {
        return number.text();
      } catch (JsonException e) {
        throw RejectedException.of(e);
      }
    }
    return "";
  }

  private static boolean isBlank(byte[] buffer, int offset, int length) {
    for (int index = offset; index < offset + length; index++) {
      byte character = buffer[index];
      if (character != ' ' && (character < '\t' || character > '\r')) {
        return false;
      }
    }
    return true;
  }
}
