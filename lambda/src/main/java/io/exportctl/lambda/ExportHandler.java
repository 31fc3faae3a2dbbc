package io.exportctl.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The Lambda function: takes a batch of messages, each with an event that a file was written to the
 * export bucket or with a step of the hourly sweep, moves the files, and answers which messages the
 * queue must keep.
 */
public final class ExportHandler implements RequestStreamHandler {

  private final Settings settings;
  private final S3Client s3;
  private final Supplier<SqsClient> sqs;
  private final Backoff backoff;
  private final InstantSource clock;
  private final Consumer<String> log;

  /**
   * Kept from one batch to the next: the SDK keeps its XML parsers and digests by thread, and new
   * threads for each file cost a quarter of the processor time. Without a bound, so that a thread
   * that waits for a large copy holds up no other file.
   */
  private final Executor threads = Executors.newCachedThreadPool(ExportHandler::daemon);

  /**
   * Creates the function at a cold start, for Lambda.
   *
   * @throws IllegalArgumentException naming the environment variable that is missing or malformed
   */
  public ExportHandler() {
    this(Settings.from(System.getenv()));
  }

  private ExportHandler(Settings settings) {
    this(
        settings,
        AwsClients.s3(),
        new OnDemand<>(AwsClients::sqs),
        new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
        InstantSource.system(),
        System.out::println);
  }

  ExportHandler(
      Settings settings,
      S3Client s3,
      Supplier<SqsClient> sqs,
      Backoff backoff,
      InstantSource clock,
      Consumer<String> log) {
    this.settings = settings;
    this.s3 = s3;
    this.sqs = sqs;
    this.backoff = backoff;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Queues queues = new Queues(sqs, settings);
    Settlement settlement = new Settlement(settings, queues, backoff, log);
    Invocation invocation =
        new Invocation(settings, clock, backoff.chance(), context::getRemainingTimeInMillis);
    new Batch(threads, invocation, s3, queues, settlement).run(QueueMessage.readAll(input));
    settlement.logMetrics(clock.instant());
    output.write(answer(settlement.failed()).getBytes(StandardCharsets.UTF_8));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  private static String answer(List<String> failed) {
    return Json.write(
        Map.of(
            "batchItemFailures", failed.stream().map(id -> Map.of("itemIdentifier", id)).toList()));
  }
}
