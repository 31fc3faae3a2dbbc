package io.exportctl.landing.loader;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The function's own queue, to which it sends a message for each step that is to follow. */
final class StepQueue {

  /** Maximum number of messages in a call. */
  private static final int BATCH = 10;

  private final SqsClient sqs;
  private final String url;

  StepQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * Sends messages.
   *
   * @throws IllegalStateException if the queue did not take one; all can be sent again
   */
  void send(List<String> bodies) {
    for (int first = 0; first < bodies.size(); first += BATCH) {
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(first, Math.min(bodies.size(), first + BATCH))
              .mapToObj(index -> entry(index, bodies.get(index)))
              .toList();
      SendMessageBatchResponse response =
          sqs.sendMessageBatch(it -> it.queueUrl(url).entries(entries));
      if (!response.failed().isEmpty()) {
        throw new IllegalStateException("the queue did not take all messages");
      }
    }
  }

  private static SendMessageBatchRequestEntry entry(int index, String body) {
    return SendMessageBatchRequestEntry.builder().id("m" + index).messageBody(body).build();
  }
}
