package io.exportctl.landing.loader;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The Lambda function: takes messages of its queue, and answers which of them it must keep. */
public final class LoaderHandler implements RequestStreamHandler {

  private final Settings settings;
  private final Loader loader;
  private final Sweep sweep;
  private final Retention retention;
  private final StepQueue queue;
  private final InstantSource clock;
  private final Consumer<String> log;

  /**
   * Creates the function at a cold start, for Lambda.
   *
   * @throws IllegalArgumentException naming the environment variable that is missing or malformed
   */
  public LoaderHandler() {
    this(Environment.from(System.getenv()));
  }

  private LoaderHandler(Environment environment) {
    EnvironmentVariableCredentialsProvider credentials =
        EnvironmentVariableCredentialsProvider.create();
    SdkHttpClient http = UrlConnectionHttpClient.create();
    S3Client s3 = S3Client.builder().credentialsProvider(credentials).httpClient(http).build();
    this.settings = environment.settings();
    this.clock = InstantSource.system();
    this.log = System.out::println;
    S3Bucket landing = new S3Bucket(s3, environment.landingBucket(), environment.account());
    S3Bucket curated = new S3Bucket(s3, environment.curatedBucket(), environment.account());
    Catalogue catalogue =
        new GlueCatalogue(
            GlueClient.builder().credentialsProvider(credentials).httpClient(http).build());
    this.loader =
        new Loader(
            settings,
            landing,
            curated,
            new PartLoader(
                landing,
                curated,
                Path.of(System.getProperty("java.io.tmpdir")),
                new ParquetWriter(environment.memoryMegabytes())),
            catalogue,
            clock);
    this.sweep = new Sweep(settings, landing);
    this.retention = new Retention(settings, landing, curated, catalogue);
    this.queue =
        new StepQueue(
            SqsClient.builder().credentialsProvider(credentials).httpClient(http).build(),
            environment.queueUrl());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<String> failed = new ArrayList<>();
    if (!(JSON.std.mapFrom(input).get("Records") instanceof List<?> records)) {
      throw new IllegalArgumentException("the event has no Records: it is not from a queue");
    }
    for (Object entry : records) {
      if (!(entry instanceof Map<?, ?> message
          && message.get("messageId") instanceof String id
          && message.get("body") instanceof String body)) {
        throw new IllegalArgumentException("the event has a record without a messageId and a body");
      }
      if (!isDone(body)) {
        failed.add(id);
      }
    }
    output.write(Log.answer(failed).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isDone(String body) {
    try {
      Task task = Task.parse(settings.dataset(), body);
      if (task instanceof Task.Arrived arrived) {
        finish(arrived.timestamp(), loader.arrived(arrived.timestamp()));
      } else if (task instanceof Task.LoadPart part) {
        finish(part.timestamp(), loader.part(part.timestamp(), part.index()));
      } else {
        sweep();
      }
      return true;
    } catch (SQLException e) {
      // DuckDB's message may quote a value.
      log.accept(Log.failure(settings.dataset(), "DuckDB could not convert the part"));
    } catch (IOException
        | SdkException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      log.accept(Log.failure(settings.dataset(), String.valueOf(e.getMessage())));
    }
    return false;
  }

  private void sweep() throws IOException {
    Instant now = clock.instant();
    Sweep.Findings findings = sweep.run(now);
    queue.send(findings.unfinished().stream().map(Task::manifest).toList());
    log.accept(Log.sweep(settings.dataset(), findings, now));
    log.accept(Log.deleted(settings.dataset(), retention.run(now)));
  }

  private void finish(String timestamp, Loader.Step step) {
    step.verdict()
        .ifPresent(
            it -> log.accept(Log.verdict(settings.dataset(), timestamp, it, clock.instant())));
    queue.send(IntStream.range(0, step.parts()).mapToObj(it -> Task.part(timestamp, it)).toList());
  }
}
