package io.exportctl.collection.key;

/**
 * A data key as it comes with a record: encrypted with a master key.
 *
 * @param text the encrypted key as the envelope has it, usually base64
 * @param masterKeyId the master key's name in the words of the key service
 */
public record SealedKey(String text, String masterKeyId) {

  /** Returns the master key's name alone, as the rest does not belong in a log. */
  @Override
  public String toString() {
    return "SealedKey[" + masterKeyId + "]";
  }
}
