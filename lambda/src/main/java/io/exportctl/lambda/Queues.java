package io.exportctl.lambda;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * The function's own queue and its dead-letter queue. Its calls answer whether they succeeded,
 * rather than throw: one message's trouble must not reach another's.
 */
final class Queues {

  /** S3 keys have up to 1,024 bytes; the limit keeps body and reason within a message. */
  private static final int MAX_REASON = 2_000;

  private final SqsClient sqs;
  private final Settings settings;

  Queues(SqsClient sqs, Settings settings) {
    this.sqs = sqs;
    this.settings = settings;
  }

  /** Hides the message for so long; if that fails it stays hidden for the queue's own time. */
  boolean hide(QueueMessage message, Duration delay) {
    try {
      sqs.changeMessageVisibility(
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

  /** Sends the message as it came, with the reason as an attribute. */
  boolean deadLetter(QueueMessage message, String reason) {
    try {
      sqs.sendMessage(
          SendMessageRequest.builder()
              .queueUrl(settings.deadLetterQueueUrl())
              .messageBody(message.body())
              .messageAttributes(Map.of("reason", text(reason)))
              .build());
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  private static MessageAttributeValue text(String reason) {
    return MessageAttributeValue.builder().dataType("String").stringValue(sendable(reason)).build();
  }

  /** SQS refuses what XML cannot hold, and a key may hold anything. */
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
