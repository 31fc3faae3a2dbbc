package io.exportctl.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One message of the batch that Lambda hands over.
 *
 * @param receiveCount how often it was delivered, this time included; 1-based
 * @param redriven whether it bears the reason for which this function made it a dead letter
 */
record QueueMessage(
    String id, String receiptHandle, String body, int receiveCount, boolean redriven) {

  /** For a message without a count: a redelivery costs one request more, a first loses files. */
  private static final int UNKNOWN_COUNT = 2;

  /** A redrive starts the count anew, but what was half done before is no less half done. */
  boolean redelivered() {
    return receiveCount > 1 || redriven;
  }

  /**
   * Reads the event of an SQS event source mapping.
   *
   * @throws IOException if the stream holds no JSON object
   * @throws IllegalArgumentException if it holds another event
   */
  static List<QueueMessage> readAll(InputStream event) throws IOException {
    List<QueueMessage> messages = new ArrayList<>();
    if (!(Json.read(event).get("Records") instanceof List<?> records)) {
      throw new IllegalArgumentException("the event has no Records: it is not from a queue");
    }
    for (Object record : records) {
      if (!(record instanceof Map<?, ?> fields && fields.get("messageId") instanceof String id)) {
        throw new IllegalArgumentException("the event has a record without a messageId");
      }
      messages.add(
          new QueueMessage(
              id,
              text(fields, "receiptHandle"),
              text(fields, "body"),
              receiveCount(fields),
              redriven(fields)));
    }
    return messages;
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  private static boolean redriven(Map<?, ?> fields) {
    return fields.get("messageAttributes") instanceof Map<?, ?> attributes
        && attributes.containsKey(Queues.REASON);
  }

  private static int receiveCount(Map<?, ?> fields) {
    if (fields.get("attributes") instanceof Map<?, ?> attributes
        && attributes.get("ApproximateReceiveCount") instanceof String count
        && count.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(count);
    }
    return UNKNOWN_COUNT;
  }
}
