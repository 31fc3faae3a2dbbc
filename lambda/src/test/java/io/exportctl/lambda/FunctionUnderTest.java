package io.exportctl.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole function between queues in memory and an S3, called as Lambda calls it. */
final class FunctionUnderTest {

  static final String ALL_DONE = "{\"batchItemFailures\":[]}";

  private static final int AMPLE = 900_000;

  final FakeQueues queues = new FakeQueues();
  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  Settings settings = Fixtures.MOVE;
  Instant now = Instant.parse("2026-01-02T03:04:05Z");

  DoubleSupplier chance = () -> 0;
  Supplier<SqsClient> sqs = () -> queues;

  /** Remaining milliseconds of the invocation. */
  IntSupplier remaining = () -> AMPLE;

  private final S3Client s3;

  FunctionUnderTest(S3Client s3) {
    this.s3 = s3;
  }

  /**
   * Delivers one event for each key.
   *
   * @return true if the function acknowledged all of them
   */
  boolean deliver(int receiveCount, String... keys) {
    return handle(
            Stream.of(keys)
                .map(key -> record("message of " + key, event(key), receiveCount))
                .toArray(String[]::new))
        .equals(ALL_DONE);
  }

  /** Handles records; returns the answer. */
  String handle(String... records) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler()
          .handleRequest(
              stream("{\"Records\":[" + String.join(",", records) + "]}"), output, context());
      return output.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExportHandler handler() {
    return new ExportHandler(settings, s3, sqs, new Backoff(chance), () -> now, log::add);
  }

  Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
              return remaining.getAsInt();
            });
  }

  /** The event of EventBridge for a file that is written now. */
  String event(String key) {
    Map<String, Object> detail =
        Map.of("bucket", Map.of("name", settings.exportBucket()), "object", Map.of("key", key));
    return Json.write(
        new TreeMap<>(Map.of("source", "aws.s3", "time", now.toString(), "detail", detail)));
  }

  /** A message in the form of the event source mapping. */
  static String record(String id, String body, int receiveCount) {
    return Json.write(fields(id, body, receiveCount));
  }

  /**
   * A dead letter of this function that was moved back: it keeps its attributes, and its receive
   * count is 1.
   */
  static String redriven(String id, String body, String reason) {
    Map<String, Object> fields = new TreeMap<>(fields(id, body, 1));
    fields.put(
        "messageAttributes", Map.of("reason", Map.of("stringValue", reason, "dataType", "String")));
    return Json.write(fields);
  }

  static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static Map<String, Object> fields(String id, String body, int receiveCount) {
    return Map.of(
        "messageId",
        id,
        "receiptHandle",
        "receipt of " + id,
        "body",
        body,
        "attributes",
        Map.of("ApproximateReceiveCount", "" + receiveCount));
  }
}
