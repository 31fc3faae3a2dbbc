package io.exportctl.lambda.benchmarks;

import static io.exportctl.s3.Answers.refusal;

import io.exportctl.s3.Content;
import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.S3Server;
import io.exportctl.s3.StoredVersion;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** An S3 for one run: its files, its behaviour, and the requests that it received. */
final class Stage implements AutoCloseable {

  private static final List<String> CALLS =
      List.of("HeadObject", "CopyObject", "DeleteObject", "ListObjectsV2", "UploadPartCopy");

  private final FaultS3 s3 = FaultS3.create();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final AtomicLong firstDelete = new AtomicLong();
  private final AtomicLong created = new AtomicLong();
  private final AtomicLong completed = new AtomicLong();
  private final List<String> keys;
  private final S3Server server;

  private Stage(List<String> keys, boolean guarded) throws IOException {
    this.keys = keys;
    s3.journaling = false;
    s3.export.deletesGuarded = guarded;
    s3.gate = this::arrive;
    s3.afterEvery("", inFlight::decrementAndGet);
    s3.afterEvery("DeleteObject", () -> firstDelete.compareAndSet(0, System.nanoTime()));
    s3.afterEvery("CreateMultipartUpload", () -> created.compareAndSet(0, System.nanoTime()));
    s3.afterEvery("CompleteMultipartUpload", () -> completed.set(System.nanoTime()));
    this.server = S3Server.start(s3, 0);
  }

  /**
   * Creates small files.
   *
   * @param guarded true if only conditional deletes are allowed, as for the function's role
   */
  static Stage small(int files, boolean guarded) throws IOException {
    List<String> keys = IntStream.range(0, files).mapToObj("new_project/%06d"::formatted).toList();
    Stage stage = new Stage(keys, guarded);
    keys.forEach(key -> stage.s3.write(key, "body of " + key));
    return stage;
  }

  /** Creates files of this many bytes each. */
  static Stage large(int files, long bytes) throws IOException {
    List<String> keys = IntStream.range(0, files).mapToObj("new_project/%d"::formatted).toList();
    Stage stage = new Stage(keys, true);
    keys.forEach(key -> stage.s3.write(key, Content.virtual(key, bytes), Map.of()));
    return stage;
  }

  /** Sets a minimum duration of every call. */
  Stage slow(Duration latency) {
    CALLS.forEach(call -> s3.latency.put(call, latency));
    return this;
  }

  /** Answers this share of all calls with 503. */
  Stage unreliable(double share) {
    Random random = new Random(503);
    s3.add(
        Fault.before("").when(() -> random.nextDouble() < share).answers(refusal(503, "SlowDown")));
    return this;
  }

  URI uri() {
    return server.uri();
  }

  int files() {
    return keys.size();
  }

  /** Events, one for each file. */
  List<String> events() {
    return keys.stream().map(Stage::message).toList();
  }

  /** Events, one for each file and two for every third, shuffled. */
  List<String> eventsWithDuplicates() {
    List<String> messages = new ArrayList<>(events());
    IntStream.iterate(0, i -> i < keys.size(), i -> i + 3)
        .forEach(i -> messages.add(message(keys.get(i))));
    Collections.shuffle(messages, new Random(3));
    return messages;
  }

  private static String message(String key) {
    return """
        {"messageId":"%s","receiptHandle":"%s","attributes":{"ApproximateReceiveCount":"1"},\
        "body":"{\\"detail\\":{\\"bucket\\":{\\"name\\":\\"%s\\"},\\"object\\":{\\"key\\":\\"%s\\"}}}"}"""
        .formatted(key, key, FaultS3.EXPORT, key);
  }

  /** Number of requests, including those that were answered 503. */
  int requests() {
    return requests.get();
  }

  int mostInFlight() {
    return mostInFlight.get();
  }

  /** Time at which the first file was moved, by {@link System#nanoTime}. */
  long firstMoved() {
    return firstDelete.get();
  }

  /** Duration from the first upload's beginning to the last upload's end. */
  Duration uploading() {
    return Duration.ofNanos(completed.get() - created.get());
  }

  /**
   * Files that differ at the target, that are still in the export bucket, or whose bytes are not
   * recoverable.
   */
  List<String> lost() {
    return keys.stream().filter(key -> !isMoved(key)).toList();
  }

  private boolean isMoved(String key) {
    List<StoredVersion> versions = s3.versions(FaultS3.EXPORT, key);
    String written = versions.get(versions.size() - 1).body();
    return s3.current(FaultS3.EXPORT, key).isEmpty() && s3.target(key).equals(written);
  }

  private void arrive() {
    requests.incrementAndGet();
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
  }

  @Override
  public void close() {
    server.close();
  }
}
