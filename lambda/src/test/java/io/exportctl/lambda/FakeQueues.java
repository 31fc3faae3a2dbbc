package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Remembers what the queues were asked to do; refuses everything when told to. */
final class FakeQueues implements SqsClient {

  /** "receipt handle: seconds". */
  final List<String> hidden = new ArrayList<>();

  final List<SendMessageRequest> deadLetters = new ArrayList<>();
  boolean down;

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

  List<String> reasons() {
    return deadLetters.stream()
        .map(it -> it.messageAttributes().get("reason").stringValue())
        .toList();
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
