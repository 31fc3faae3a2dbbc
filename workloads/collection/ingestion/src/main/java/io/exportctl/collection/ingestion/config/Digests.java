package io.exportctl.collection.ingestion.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Digests {

  private Digests() {}

  /** Returns the digest of a text in UTF-8. */
  public static String sha256(String text) {
    return text(sha256().digest(text.getBytes(UTF_8)));
  }

  /** Returns a new digest. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has it.
      throw new IllegalStateException(e);
    }
  }

  /** Returns bytes in hexadecimal. */
  public static String text(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
