package io.exportctl.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole function, called as Lambda calls it for messages of its queue. */
record Delivery(Settings settings, S3Client s3, List<String> log) {

  private static final int AMPLE = 900_000;

  static Delivery to(Settings settings, S3Client s3) {
    return new Delivery(settings, s3, Collections.synchronizedList(new ArrayList<>()));
  }

  /**
   * Delivers one event for each key.
   *
   * @return whether all are done, so that the queue keeps none
   */
  boolean of(int receiveCount, String... keys) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ExportHandler handler =
        new ExportHandler(
            settings,
            s3,
            new FakeQueues(),
            new Backoff(() -> 0),
            InstantSource.fixed(Instant.EPOCH),
            log::add);
    List<Map<String, Object>> records =
        Stream.of(keys).map(key -> record(receiveCount, key)).toList();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.write(Map.of("Records", records)).getBytes(UTF_8)),
          answer,
          context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(UTF_8).equals("{\"batchItemFailures\":[]}");
  }

  private Map<String, Object> record(int receiveCount, String key) {
    Map<String, Object> detail =
        Map.of("bucket", Map.of("name", settings.exportBucket()), "object", Map.of("key", key));
    return Map.of(
        "messageId",
        "message of " + key,
        "receiptHandle",
        "receipt of " + key,
        "body",
        Json.write(Map.of("detail", detail)),
        "attributes",
        Map.of("ApproximateReceiveCount", "" + receiveCount));
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> AMPLE);
  }
}
