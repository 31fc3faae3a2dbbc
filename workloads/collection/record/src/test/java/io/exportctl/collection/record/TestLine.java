package io.exportctl.collection.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Builder of a line as the source's writers make them, which does not name its collection. */
final class TestLine {

  private static final byte[] VECTOR = "sixteen bytes iv".getBytes(StandardCharsets.US_ASCII);

  final Map<String, Object> message = new LinkedHashMap<>();
  final Map<String, Object> encryption = new LinkedHashMap<>();

  private TestLine() {}

  /** Returns a line with a record that is encrypted with a key of a length in bytes. */
  static TestLine of(byte[] record, int keyBytes, Optional<String> vector) {
    TestLine line = new TestLine();
    byte[] start =
        vector.map(Base64.getDecoder()::decode).filter(it -> it.length == 16).orElse(VECTOR);
    line.encryption.put("encryptionKeyId", "cloudhsm:1,2");
    line.encryption.put("encryptedEncryptionKey", TestKeys.sealed(keyBytes));
    line.encryption.put("initialisationVector", Base64.getEncoder().encodeToString(start));
    line.encryption.put("keyEncryptionKeyId", "cloudhsm:1,2");
    line.message.put("_id", "id");
    line.message.put("encryption", line.encryption);
    line.message.put("dbObject", encrypt(record, keyBytes, start));
    return line;
  }

  static TestLine of(String record) {
    return of(record.getBytes(StandardCharsets.UTF_8), 16, Optional.empty());
  }

  byte[] bytes() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("message", message);
    line.put("traceId", "00001111");
    try {
      return new RecordId().text(line).orElseThrow().getBytes(StandardCharsets.UTF_8);
    } catch (RejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encrypt(byte[] record, int keyBytes, byte[] vector) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(TestKeys.bytes(keyBytes), "AES"),
          new IvParameterSpec(vector));
      return Base64.getEncoder().encodeToString(cipher.doFinal(record));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
