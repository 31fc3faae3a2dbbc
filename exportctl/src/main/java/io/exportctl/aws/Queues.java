package io.exportctl.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues of SQS, by their names. */
public final class Queues {

  private static final int BATCH = 10;

  /** Seconds for which a message is hidden that is only looked at. */
  private static final int HIDDEN = 20;

  private final SqsClient sqs;

  Queues(SqsClient sqs) {
    this.sqs = sqs;
  }

  /**
   * Numbers of messages, which SQS tells approximately.
   *
   * @param waiting messages that may be received, or will be after their delay
   * @param inFlight messages that were received and are not done
   */
  public record Counts(String arn, long waiting, long inFlight) {}

  /**
   * A message that was looked at.
   *
   * @param reason the attribute of that name, which our programs give their dead letters
   */
  public record Letter(String body, Optional<String> reason) {}

  /**
   * A task that moves messages from one queue to another.
   *
   * @param status SQS's own word, such as RUNNING
   */
  public record Move(String status, long moved, Optional<String> failure) {}

  /** Counts the messages of a queue; empty if there is no such queue. */
  public Answer<Optional<Counts>> counts(String queue) {
    return url(queue)
        .then(
            found ->
                found.isEmpty()
                    ? Answer.of(Optional.<Counts>empty())
                    : Calls.ask("sqs:GetQueueAttributes", () -> Optional.of(read(found.get()))));
  }

  private Answer<Optional<String>> url(String queue) {
    return Calls.ask(
        "sqs:GetQueueUrl",
        () -> {
          try {
            return Optional.of(sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl());
          } catch (AwsServiceException e) {
            if (Calls.isMissing(e)) {
              return Optional.<String>empty();
            }
            throw e;
          }
        });
  }

  private Counts read(String url) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.QUEUE_ARN,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return new Counts(
        attributes.get(QueueAttributeName.QUEUE_ARN),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
            + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }

  /**
   * Looks at messages and gives them back.
   *
   * @param most number of messages after which to stop
   */
  public Answer<List<Letter>> look(String queue, int most) {
    return url(queue)
        .then(
            found ->
                found.isEmpty()
                    ? Answer.of(List.<Letter>of())
                    : Calls.ask("sqs:ReceiveMessage", () -> receive(found.get(), most)));
  }

  private List<Letter> receive(String url, int most) {
    List<Message> received = new ArrayList<>();
    try {
      List<Message> batch = batch(url);
      while (!batch.isEmpty() && received.size() < most) {
        received.addAll(batch);
        batch = batch(url);
      }
      received.addAll(batch);
    } finally {
      giveBack(url, received);
    }
    return received.stream()
        .limit(most)
        .map(
            message ->
                new Letter(
                    message.body(),
                    Optional.ofNullable(message.messageAttributes().get("reason"))
                        .map(value -> value.stringValue())))
        .toList();
  }

  private List<Message> batch(String url) {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(BATCH)
                    .visibilityTimeout(HIDDEN)
                    .messageAttributeNames("All"))
        .messages();
  }

  /** Shows the messages again; one for which that fails shows itself after some seconds. */
  private void giveBack(String url, List<Message> messages) {
    for (Message message : messages) {
      Calls.ask(
          "sqs:ChangeMessageVisibility",
          () ->
              sqs.changeMessageVisibility(
                  request ->
                      request
                          .queueUrl(url)
                          .receiptHandle(message.receiptHandle())
                          .visibilityTimeout(0)));
    }
  }

  /** Sends a message to a queue that exists. */
  public void send(String queue, String body) {
    String url =
        Calls.demand("sqs:GetQueueUrl", () -> sqs.getQueueUrl(it -> it.queueName(queue)))
            .queueUrl();
    Calls.demand(
        "sqs:SendMessage", () -> sqs.sendMessage(it -> it.queueUrl(url).messageBody(body)));
  }

  /** Has SQS move all messages of a queue to another. */
  public void move(String fromArn, String toArn) {
    Calls.demand(
        "sqs:StartMessageMoveTask",
        () -> sqs.startMessageMoveTask(it -> it.sourceArn(fromArn).destinationArn(toArn)));
  }

  /** Returns the newest task that moves messages of a queue. */
  public Optional<Move> newestMove(String fromArn) {
    return Calls.demand(
            "sqs:ListMessageMoveTasks",
            () -> sqs.listMessageMoveTasks(it -> it.sourceArn(fromArn).maxResults(1)))
        .results()
        .stream()
        .findFirst()
        .map(Queues::move);
  }

  private static Move move(ListMessageMoveTasksResultEntry entry) {
    Long moved = entry.approximateNumberOfMessagesMoved();
    return new Move(
        entry.status(), moved == null ? 0 : moved, Optional.ofNullable(entry.failureReason()));
  }
}
