package io.exportctl.landing.loader;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The function's own queue, to which it sends a message for each part. */
final class PartQueue {

  /** Maximum number of messages in a call. */
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String url;

  PartQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * Sends a message for each part of an extraction.
   *
   * @throws IllegalStateException if the queue did not take one; all can be sent again
   */
  void send(String timestamp, int parts) {
    for (int first = 0; first < parts; first += BATCH) {
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(first, Math.min(parts, first + BATCH))
              .mapToObj(index -> entry(timestamp, index))
              .toList();
      SendMessageBatchResponse response =
          sqs.sendMessageBatch(it -> it.queueUrl(url).entries(entries));
      if (!response.failed().isEmpty()) {
        throw new IllegalStateException("the queue did not take all messages");
      }
    }
  }

  private static SendMessageBatchRequestEntry entry(String timestamp, int index) {
    return SendMessageBatchRequestEntry.builder()
        .id("part" + index)
        .messageBody(Task.part(timestamp, index))
        .build();
  }
}
