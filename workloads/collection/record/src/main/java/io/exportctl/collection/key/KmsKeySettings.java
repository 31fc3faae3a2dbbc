package io.exportctl.collection.key;

import java.util.List;

/**
 * Keys opened by AWS KMS.
 *
 * @param keyArns of the master keys; a key sealed with another one is refused
 */
public record KmsKeySettings(List<String> keyArns) implements KeySettings {

  private static final long serialVersionUID = 1;

  public KmsKeySettings {
    keyArns = List.copyOf(keyArns);
  }
}
