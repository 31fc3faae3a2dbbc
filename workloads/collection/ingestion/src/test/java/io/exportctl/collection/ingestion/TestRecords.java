package io.exportctl.collection.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.collection.ingestion.config.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Made-up records, encrypted with made-up keys, as the older systems write them. */
public final class TestRecords {

  /** Text of the key that {@link #KEYS_FILE} opens. */
  public static final String SEALED_KEY = "c2VhbGVkLWtleS1vbmU=";

  private static final byte[] KEY = "0123456789abcdef".getBytes(UTF_8);

  /** JSON for {@code --keys}. */
  public static final String KEYS_FILE =
      "{\"%s\": \"%s\"}\n".formatted(SEALED_KEY, Base64.getEncoder().encodeToString(KEY));

  private TestRecords() {}

  /** Returns a line with an id of one number, of the collection {@code core:claim}. */
  public static String line(long id, String plain) {
    return line("core", "claim", "{\"id\":" + id + "}", key(), plain);
  }

  /** Returns a line with the name of a person who is not one. */
  public static String insert(long id, String time, String more) {
    return line(id, plain(id, "_lastModifiedDateTime", time, more));
  }

  /** Returns a line that deletes. */
  public static String delete(long id, String time) {
    return line(id, plain(id, "_removedDateTime", time, ""));
  }

  /**
   * A data key.
   *
   * @param sealed its text in records
   * @param masterKey name of the key that it is sealed with
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  public record Key(String sealed, String masterKey, byte[] bytes) {}

  /** The key of {@link #KEYS_FILE}. */
  public static Key key() {
    return new Key(SEALED_KEY, "cloudhsm:1,2", KEY);
  }

  /**
   * Returns a line.
   *
   * @param id JSON
   */
  public static String line(String database, String collection, String id, Key key, String plain) {
    byte[] vector = new byte[16];
    System.arraycopy(
        Integer.toHexString(plain.hashCode()).getBytes(UTF_8),
        0,
        vector,
        0,
        Integer.toHexString(plain.hashCode()).length());
    Map<String, Object> encryption = new LinkedHashMap<>();
    encryption.put("encryptionKeyId", "key-1");
    encryption.put("encryptedEncryptionKey", key.sealed());
    encryption.put("initialisationVector", Base64.getEncoder().encodeToString(vector));
    encryption.put("keyEncryptionKeyId", key.masterKey());
    String message =
        "{\"message\":{\"db\":%s,\"collection\":%s,\"_id\":%s,\"@type\":\"MONGO_UPDATE\",\"encryption\":%s,\"dbObject\":\"%s\"}}";
    return message.formatted(
        Json.line(database),
        Json.line(collection),
        id,
        Json.line(encryption),
        Base64.getEncoder().encodeToString(encrypt(key.bytes(), vector, plain.getBytes(UTF_8))));
  }

  /** Returns lines as a gzip file. */
  public static byte[] gzip(List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (String line : lines) {
        out.write((line + "\n").getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String plain(long id, String timeName, String time, String more) {
    return "{\"_id\":{\"id\":%d},\"name\":\"Person %d\",\"%s\":{\"$date\":\"%s\"}%s}"
        .formatted(id, id, timeName, time, more);
  }

  private static byte[] encrypt(byte[] key, byte[] vector, byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
