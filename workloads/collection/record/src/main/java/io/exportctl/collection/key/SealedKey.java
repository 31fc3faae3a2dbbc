package io.exportctl.collection.key;

/**
 * A data key as it comes with a record: encrypted with a master key.
 *
 * @param text the encrypted key as the envelope has it, usually base64
 * @param masterKeyId the master key's name in the words of the key service
 */
public record SealedKey(String text, String masterKeyId) {

  private static final int LONGEST_TEXT = 8192;
  private static final int LONGEST_NAME = 2048;

  /**
   * Returns true if a service may know this key. Others are not sent: a service would answer that
   * the request is wrong, which one bad record must not make a failure of all.
   */
  boolean isPlausible() {
    return !text.isEmpty() && text.length() <= LONGEST_TEXT && masterKeyId.length() <= LONGEST_NAME;
  }

  /** Returns the master key's name alone, as the rest does not belong in a log. */
  @Override
  public String toString() {
    return "SealedKey[" + masterKeyId + "]";
  }
}
