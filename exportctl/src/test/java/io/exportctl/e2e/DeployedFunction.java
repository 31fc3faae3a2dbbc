package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.json.JSONArray;
import org.json.JSONObject;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A deployed function. The emulator stores Java functions but cannot run them, so this class does
 * the work of Lambda: it takes the zip out of its bucket, receives messages from the queue of the
 * event source mapping, runs the handler with the function's environment, and deletes the messages
 * that the answer does not name.
 */
final class DeployedFunction {

  private static final int BATCH = 10;
  private static final int QUIET_RECEIVES = 2;

  private final Deployment deployment;
  private final String handler;
  private final Map<String, String> environment;
  private final String queueUrl;
  private final JSONObject schedule;
  private final Path code;

  private DeployedFunction(
      Deployment deployment,
      String handler,
      Map<String, String> environment,
      String queueUrl,
      JSONObject schedule,
      Path code) {
    this.deployment = deployment;
    this.handler = handler;
    this.environment = environment;
    this.queueUrl = queueUrl;
    this.schedule = schedule;
    this.code = code;
  }

  /**
   * Finds the function of a dataset.
   *
   * @param state the state after the apply
   * @param kind the kind's name, which its module has
   */
  static DeployedFunction find(Deployment deployment, JSONObject state, String kind, String dataset)
      throws IOException {
    String module = "module." + kind + "[\"" + dataset + "\"]";
    JSONObject function = State.values(state, module + ".aws_lambda_function.function");
    JSONObject mapping = State.values(state, module + ".aws_lambda_event_source_mapping.queue");
    JSONObject queue = State.values(state, module + ".aws_sqs_queue.queue");
    assertThat(mapping.getString("event_source_arn")).isEqualTo(queue.getString("arn"));
    Map<String, String> environment = new HashMap<>();
    JSONObject variables =
        function.getJSONArray("environment").getJSONObject(0).getJSONObject("variables");
    variables.keySet().forEach(name -> environment.put(name, variables.getString(name)));
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.getInt("memory_size")));
    Path code = deployment.folder().resolve("function-" + dataset);
    if (Files.notExists(code)) {
      unzip(deployment, function, Files.createDirectory(code));
    }
    return new DeployedFunction(
        deployment,
        function.getString("handler"),
        environment,
        queue.getString("url"),
        State.values(state, module + ".aws_scheduler_schedule.sweep"),
        code);
  }

  /**
   * Processes messages until the queue is empty.
   *
   * @return the number of messages received
   */
  int drain() {
    int received = 0;
    for (int quiet = 0; quiet < QUIET_RECEIVES; quiet++) {
      List<Message> messages = receive();
      if (!messages.isEmpty()) {
        received += messages.size();
        delete(messages, invoke(messages));
        quiet = -1;
      }
    }
    return received;
  }

  /** Sends the schedule's message to its target, as EventBridge Scheduler would. */
  void sweep(UnaryOperator<String> change) {
    JSONObject target = schedule.getJSONArray("target").getJSONObject(0);
    assertThat(target.getString("arn")).endsWith(queueUrl.replaceFirst(".*/", ":"));
    deployment.sqs.sendMessage(
        request -> request.queueUrl(queueUrl).messageBody(change.apply(target.getString("input"))));
  }

  /** Deletes all messages from the queue unprocessed. */
  int lose() {
    int lost = 0;
    for (List<Message> messages = receive(); !messages.isEmpty(); messages = receive()) {
      lost += messages.size();
      delete(messages, Set.of());
    }
    return lost;
  }

  /**
   * Moves the dead letters back. The emulator does not support StartMessageMoveTask, so this method
   * sends the messages with their attributes and deletes the originals.
   *
   * @return the reasons in the attributes of the dead letters
   */
  List<String> redrive() {
    String deadLetters = environment.get("DEAD_LETTER_QUEUE_URL");
    List<String> reasons = new ArrayList<>();
    for (Message message : receive(deadLetters)) {
      reasons.add(message.messageAttributes().get("reason").stringValue());
      deployment.sqs.sendMessage(
          request ->
              request
                  .queueUrl(queueUrl)
                  .messageBody(message.body())
                  .messageAttributes(message.messageAttributes()));
      deployment.sqs.deleteMessage(
          request -> request.queueUrl(deadLetters).receiptHandle(message.receiptHandle()));
    }
    return reasons;
  }

  private List<Message> receive() {
    return receive(queueUrl);
  }

  private List<Message> receive(String url) {
    return deployment
        .sqs
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(BATCH)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  /** Returns the ids of the messages that failed. */
  private Set<String> invoke(List<Message> messages) {
    try {
      Path event = Files.createTempFile(deployment.folder(), "event", ".json");
      Files.writeString(event, event(messages).toString());
      Command.Result result =
          Command.in(deployment.folder())
              .with(environment)
              .with(deployment.environment())
              .withInput(event)
              .run(
                  java(),
                  "-cp",
                  code.resolve("lib") + "/*:" + classes(),
                  LambdaRuntime.class.getName(),
                  handler);
      JSONArray failures = new JSONObject(result.orFail()).getJSONArray("batchItemFailures");
      assertThat(failures).as(result.err()).isEmpty();
      return failures.toList().stream()
          .map(failure -> ((Map<?, ?>) failure).get("itemIdentifier").toString())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JSONObject event(List<Message> messages) {
    JSONArray records = new JSONArray();
    for (Message message : messages) {
      records.put(
          new JSONObject()
              .put("messageId", message.messageId())
              .put("receiptHandle", message.receiptHandle())
              .put("body", message.body())
              .put("attributes", new JSONObject(message.attributesAsStrings()))
              .put("messageAttributes", messageAttributes(message)));
    }
    return new JSONObject().put("Records", records);
  }

  private static JSONObject messageAttributes(Message message) {
    JSONObject attributes = new JSONObject();
    message
        .messageAttributes()
        .forEach(
            (name, value) ->
                attributes.put(
                    name,
                    new JSONObject()
                        .put("dataType", value.dataType())
                        .put("stringValue", value.stringValue())));
    return attributes;
  }

  private void delete(List<Message> messages, Set<String> failed) {
    for (Message message : messages) {
      if (!failed.contains(message.messageId())) {
        deployment.sqs.deleteMessage(
            request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** Unpacks the code that Lambda would run: from the bucket, not from the build. */
  private static void unzip(Deployment deployment, JSONObject function, Path folder)
      throws IOException {
    byte[] zip =
        deployment
            .s3
            .getObjectAsBytes(
                request ->
                    request
                        .bucket(function.getString("s3_bucket"))
                        .key(function.getString("s3_key"))
                        .versionId(function.getString("s3_object_version")))
            .asByteArray();
    List<String> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path path = folder.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(path.getParent());
          Files.copy(in, path);
          entries.add(entry.getName());
        }
      }
    }
    assertThat(entries).isNotEmpty();
  }

  /** Returns the folder or jar of the tests, which has the stand-in for the runtime. */
  private static Path classes() {
    try {
      return Path.of(
          LambdaRuntime.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
