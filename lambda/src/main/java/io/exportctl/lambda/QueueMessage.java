package io.exportctl.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message of the batch.
 *
 * @param receiveCount number of deliveries, including this one
 * @param redriven true if it has the attribute that this function gives its dead letters
 */
record QueueMessage(
    String id, String receiptHandle, String body, int receiveCount, boolean redriven) {

  /** Assume a redelivery if the count is missing: a wrong "first delivery" could lose files. */
  private static final int UNKNOWN_COUNT = 2;

  /**
   * Returns true if an earlier delivery may have left work half done; a redrive resets the count.
   */
  boolean redelivered() {
    return receiveCount > 1 || redriven;
  }

  /**
   * Parses the event of an SQS event source mapping.
   *
   * @throws IOException if the stream does not hold a JSON object
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
