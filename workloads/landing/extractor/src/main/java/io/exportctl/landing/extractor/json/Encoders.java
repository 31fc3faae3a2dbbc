package io.exportctl.landing.extractor.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Encoders of the types that are not numeric or times. */
public final class Encoders {

  private Encoders() {}

  public static void bool(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.put(bytes[offset] == 0 ? "false" : "true");
  }

  public static void int2(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.digits(Binary.int16(bytes, offset), 1);
  }

  public static void int4(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.digits(Binary.int32(bytes, offset), 1);
  }

  public static void int8(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.digits(Binary.int64(bytes, offset), 1);
  }

  public static void float4(byte[] bytes, int offset, int length, JsonBuffer json) {
    float value = Float.intBitsToFloat(Binary.int32(bytes, offset));
    number(Float.toString(value), Float.isFinite(value), json);
  }

  public static void float8(byte[] bytes, int offset, int length, JsonBuffer json) {
    double value = Double.longBitsToDouble(Binary.int64(bytes, offset));
    number(Double.toString(value), Double.isFinite(value), json);
  }

  /** JSON has no numbers that are not finite: their names are strings. */
  private static void number(String text, boolean finite, JsonBuffer json) {
    if (!finite) {
      json.put('"');
    }
    json.put(text);
    if (!finite) {
      json.put('"');
    }
  }

  public static void text(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.string(bytes, offset, length);
  }

  /** Text that is JSON already. */
  public static void raw(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.raw(bytes, offset, length);
  }

  /** The binary format of jsonb: its version, 1, and then the text. */
  public static void jsonb(byte[] bytes, int offset, int length, JsonBuffer json) {
    if (bytes[offset] != 1) {
      throw new IllegalStateException("unknown version of the binary format of jsonb");
    }
    json.string(bytes, offset + 1, length - 1);
  }

  public static void bytea(byte[] bytes, int offset, int length, JsonBuffer json) {
    byte[] base64 = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, offset, offset + length));
    json.put('"');
    json.put(base64, 0, base64.length);
    json.put('"');
  }

  public static void uuid(byte[] bytes, int offset, int length, JsonBuffer json) {
    json.put('"');
    json.hex(bytes, offset, 4);
    for (int i = 4; i < 10; i += 2) {
      json.put('-');
      json.hex(bytes, offset + i, 2);
    }
    json.put('-');
    json.hex(bytes, offset + 10, 6);
    json.put('"');
  }

  /**
   * Returns an encoder that replaces a text by its HMAC-SHA-256.
   *
   * @param key the same one for all columns that have to join
   */
  public static FieldEncoder hash(String key) {
    Mac mac;
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return (bytes, offset, length, json) -> {
      mac.update(bytes, offset, length);
      byte[] hash = mac.doFinal();
      json.put('"');
      json.hex(hash, 0, hash.length);
      json.put('"');
    };
  }
}
