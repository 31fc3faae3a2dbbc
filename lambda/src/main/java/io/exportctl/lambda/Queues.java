package io.exportctl.lambda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * The function's own queue and its dead-letter queue. The methods return their success rather than
 * throw, since one message must not fail the others.
 */
final class Queues {

  /** Maximum number of messages per SQS batch call. */
  static final int BATCH = 10;

  private static final List<QueueAttributeName> SIZES =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  /** Attribute of this function's dead letters. */
  static final String REASON = "reason";

  /** Maximum number of characters of a reason, so that body and reason fit into a message. */
  private static final int MAX_REASON = 2_000;

  private final Supplier<SqsClient> sqs;
  private final Settings settings;

  Queues(Supplier<SqsClient> sqs, Settings settings) {
    this.sqs = sqs;
    this.settings = settings;
  }

  /** Hides the message for this long; if that fails, the queue's visibility timeout applies. */
  boolean hide(QueueMessage message, Duration delay) {
    try {
      sqs.get()
          .changeMessageVisibility(
              ChangeMessageVisibilityRequest.builder()
                  .queueUrl(settings.queueUrl())
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout((int) delay.toSeconds())
                  .build());
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  /** Sends the message unchanged, with the reason as an attribute. */
  boolean deadLetter(QueueMessage message, String reason) {
    try {
      sqs.get()
          .sendMessage(
              SendMessageRequest.builder()
                  .queueUrl(settings.deadLetterQueueUrl())
                  .messageBody(message.body())
                  .messageAttributes(Map.of(REASON, text(reason)))
                  .build());
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  /**
   * Sends messages to the function's own queue.
   *
   * @param bodies at most {@link #BATCH}
   * @return number of messages that the queue accepted
   */
  int send(List<String> bodies) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (String body : bodies) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id("m" + entries.size())
              .messageBody(body)
              .build());
    }
    try {
      return sqs.get()
          .sendMessageBatch(
              SendMessageBatchRequest.builder()
                  .queueUrl(settings.queueUrl())
                  .entries(entries)
                  .build())
          .successful()
          .size();
    } catch (SdkException e) {
      return 0;
    }
  }

  /** Approximate number of messages in the own queue, including hidden ones. */
  OptionalInt size() {
    try {
      return OptionalInt.of(
          sqs
              .get()
              .getQueueAttributes(
                  GetQueueAttributesRequest.builder()
                      .queueUrl(settings.queueUrl())
                      .attributeNames(SIZES)
                      .build())
              .attributes()
              .values()
              .stream()
              .mapToInt(Integer::parseInt)
              .sum());
    } catch (SdkException e) {
      return OptionalInt.empty();
    }
  }

  private static MessageAttributeValue text(String reason) {
    return MessageAttributeValue.builder().dataType("String").stringValue(sendable(reason)).build();
  }

  /** Replaces characters that SQS refuses; a key may contain any character. */
  private static String sendable(String reason) {
    StringBuilder text = new StringBuilder();
    reason
        .codePoints()
        .limit(MAX_REASON)
        .map(
            it ->
                it < ' ' || (it >= 0xD800 && it < 0xE000) || it == 0xFFFE || it == 0xFFFF
                    ? '?'
                    : it)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
