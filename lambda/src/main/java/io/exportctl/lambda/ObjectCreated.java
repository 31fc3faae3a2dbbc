package io.exportctl.lambda;

import java.io.IOException;
import java.util.Map;

/**
 * The event that a message holds: a hint to look at a key, and no more; what it says of the object
 * may be out of date. The key is as it is, not URL-encoded as in a bucket's own notifications.
 *
 * <p>Neither source nor kind of the event is looked at: a restored object, or a hint that somebody
 * sends by hand, is as good a reason to look.
 */
record ObjectCreated(String bucket, String key) {

  /**
   * Reads an EventBridge event of S3.
   *
   * @throws IllegalArgumentException if the text is not one
   */
  static ObjectCreated parse(String text) {
    try {
      Map<String, Object> event = Json.read(text);
      if (event.get("detail") instanceof Map<?, ?> detail
          && detail.get("bucket") instanceof Map<?, ?> bucket
          && detail.get("object") instanceof Map<?, ?> object
          && bucket.get("name") instanceof String name
          && object.get("key") instanceof String key) {
        return new ObjectCreated(name, key);
      }
      throw new IllegalArgumentException(
          "the message has no detail.bucket.name and detail.object.key");
    } catch (IOException e) {
      throw new IllegalArgumentException("the message is not a JSON object", e);
    }
  }
}
