package io.exportctl.collection.record;

import java.util.Optional;

/**
 * Fields of a line around the encrypted record. The values of JSON are as {@link
 * io.exportctl.collection.json.JsonTree} makes them, with null for absent ones.
 *
 * @param encryption or empty if a field of it is absent or has another type
 * @param encrypted the encrypted record in base64, empty if it is absent, empty or not a text
 */
record Envelope(
    Object database,
    Object collection,
    Object id,
    Object lastModified,
    Optional<Encryption> encryption,
    Optional<Base64Text> encrypted) {

  /**
   * The means of decryption.
   *
   * @param sealedKey the encrypted data key
   * @param masterKeyId the name of the key that it is encrypted with
   * @param vector the initialisation vector in base64
   */
  record Encryption(String sealedKey, String masterKeyId, String vector) {}

  /** Returns the envelope's kind alone, as its fields do not belong in a log. */
  @Override
  public String toString() {
    return "Envelope";
  }
}
