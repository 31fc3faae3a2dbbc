package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Records the requests to the queues, and refuses them on demand. */
final class FakeQueues implements SqsClient {

  /** "receipt handle: seconds". */
  final List<String> hidden = Collections.synchronizedList(new ArrayList<>());

  final List<SendMessageRequest> deadLetters = Collections.synchronizedList(new ArrayList<>());

  /**
   * Bodies of messages that were sent to the function's own queue and not {@link #take taken} yet.
   */
  private final List<String> sent = new ArrayList<>();

  /** Numbers of other messages in the own queue: visible, invisible, delayed. */
  final int[] held = {0, 0, 0};

  boolean down;

  /** Maximum number of messages of a batch that the queue accepts. */
  int taken = 10;

  /** Called around every call. */
  Runnable before = () -> {};

  Runnable after = () -> {};

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    refuseIfDown();
    hidden.add(request.receiptHandle() + ": " + request.visibilityTimeout());
    return ChangeMessageVisibilityResponse.builder().build();
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    refuseIfDown();
    deadLetters.add(request);
    return SendMessageResponse.builder().build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    before.run();
    refuseIfDown();
    if (request.entries().isEmpty()
        || request.entries().size() > 10
        || !request.queueUrl().equals(Fixtures.QUEUE)) {
      throw new AssertionError("a batch that SQS refuses: " + request);
    }
    List<SendMessageBatchRequestEntry> entries =
        request.entries().subList(0, Math.min(taken, request.entries().size()));
    synchronized (this) {
      entries.forEach(entry -> sent.add(entry.messageBody()));
    }
    after.run();
    return SendMessageBatchResponse.builder()
        .successful(
            entries.stream()
                .map(it -> SendMessageBatchResultEntry.builder().id(it.id()).build())
                .toList())
        .build();
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    before.run();
    refuseIfDown();
    List<QueueAttributeName> sizes =
        List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    Map<QueueAttributeName, String> values = new EnumMap<>(QueueAttributeName.class);
    IntStream.range(0, sizes.size())
        .filter(i -> request.attributeNames().contains(sizes.get(i)))
        .forEach(i -> values.put(sizes.get(i), "" + held[i]));
    after.run();
    return GetQueueAttributesResponse.builder().attributes(values).build();
  }

  List<String> reasons() {
    return deadLetters.stream()
        .map(it -> it.messageAttributes().get("reason").stringValue())
        .toList();
  }

  /** Takes the messages that were sent. */
  synchronized List<String> take() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}

  private void refuseIfDown() {
    if (down) {
      throw SqsException.builder().statusCode(500).message("down").build();
    }
  }
}
