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

/** An S3 for one run: the files to move, how it behaves, and what was asked of it. */
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
   * With so many files of a few bytes.
   *
   * @param guarded whether only a conditional delete is allowed, as for the function's role
   */
  static Stage small(int files, boolean guarded) throws IOException {
    List<String> keys = IntStream.range(0, files).mapToObj("new_project/%06d"::formatted).toList();
    Stage stage = new Stage(keys, guarded);
    keys.forEach(key -> stage.s3.write(key, "body of " + key));
    return stage;
  }

  /** With so many files of this many bytes each. */
  static Stage large(int files, long bytes) throws IOException {
    List<String> keys = IntStream.range(0, files).mapToObj("new_project/%d"::formatted).toList();
    Stage stage = new Stage(keys, true);
    keys.forEach(key -> stage.s3.write(key, Content.virtual(key, bytes), Map.of()));
    return stage;
  }

  /** Every call takes at least so long. */
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

  /** An event for each file. */
  List<String> events() {
    return keys.stream().map(Stage::message).toList();
  }

  /** An event for each file, every third twice, in any order. */
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

  /** Requests that have arrived, those that were answered 503 included. */
  int requests() {
    return requests.get();
  }

  int mostInFlight() {
    return mostInFlight.get();
  }

  /** When the first file had been moved, as of {@link System#nanoTime}. */
  long firstMoved() {
    return firstDelete.get();
  }

  /** From the first multipart upload's begin to the end of the last. */
  Duration uploading() {
    return Duration.ofNanos(completed.get() - created.get());
  }

  /**
   * Files that are not at the target as they were written, that are still in the export bucket, or
   * whose bytes that bucket cannot give back.
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
