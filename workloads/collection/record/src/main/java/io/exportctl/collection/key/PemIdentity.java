package io.exportctl.collection.key;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonFields;
import java.util.Map;

/**
 * Our identity before the key service, in PEM.
 *
 * @param place where it comes from, for messages
 * @param certificate ours, with those between it and its authority if there are any
 * @param privateKey in PKCS#8
 * @param authorities certificates that the key service's comes from
 */
record PemIdentity(String place, String certificate, String privateKey, String authorities) {

  /**
   * Reads the JSON of {@link IdentitySource}.
   *
   * @throws KeyServiceException if it is not that
   */
  static PemIdentity parse(String place, byte[] json) throws KeyServiceException {
    try {
      Map<String, String> texts = JsonFields.texts(json);
      return new PemIdentity(
          place,
          text(place, texts, "certificate"),
          text(place, texts, "private_key"),
          text(place, texts, "ca"));
    } catch (JsonException e) {
      throw fault(place, "is not a JSON object; it needs certificate, private_key and ca in PEM");
    }
  }

  private static String text(String place, Map<String, String> texts, String name)
      throws KeyServiceException {
    if (!texts.containsKey(name)) {
      throw fault(
          place, "has no text \"" + name + "\"; it needs certificate, private_key and ca in PEM");
    }
    return texts.get(name);
  }

  /** Returns the failure that another try would meet too. */
  static KeyServiceException fault(String place, String clause) {
    return new KeyServiceException(KeyServiceException.Kind.REFUSES_US, place + " " + clause);
  }

  /** Returns the place alone, as the rest is secret. */
  @Override
  public String toString() {
    return "PemIdentity[" + place + "]";
  }
}
