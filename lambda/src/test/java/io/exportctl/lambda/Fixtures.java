package io.exportctl.lambda;

import io.exportctl.s3.FaultS3;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.s3.S3Client;

/** Settings and one-line moves for the tests of the mover. */
final class Fixtures {

  static final String QUEUE = "https://sqs.example/123456789012/export_new_project";
  static final String DEAD_LETTERS = QUEUE + "-dead-letter";
  static final Settings MOVE = settings(false, Optional.empty());
  static final Settings KEEP = settings(true, Optional.empty());
  static final Deadline TIME_ENOUGH = needed -> false;

  /** Runs one part after the other, in the calling thread. */
  static final Executor ONE_BY_ONE = Runnable::run;

  private Fixtures() {}

  static Settings settings(boolean keepFiles, Optional<String> kmsKeyArn) {
    return new Settings(
        "new_project",
        FaultS3.EXPORT,
        FaultS3.TARGET,
        Optional.of(FaultS3.EXPORT_ACCOUNT),
        Optional.of(FaultS3.TARGET_ACCOUNT),
        keepFiles,
        kmsKeyArn,
        QUEUE,
        DEAD_LETTERS);
  }

  static Outcome move(S3Client s3, String key) {
    return mover(s3, MOVE, key, false).move();
  }

  static Outcome redeliver(S3Client s3, String key) {
    return mover(s3, MOVE, key, true).move();
  }

  static Outcome keep(S3Client s3, String key) {
    return mover(s3, KEEP, key, false).move();
  }

  static ObjectMover mover(S3Client s3, Settings settings, String key, boolean redelivered) {
    return new ObjectMover(
        settings,
        new KeyCalls(s3, settings),
        TIME_ENOUGH,
        ONE_BY_ONE,
        new Delivery(key, redelivered));
  }
}
