package io.exportctl.s3;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;

/** Starts the server for any client, until the process ends. */
final class Main {

  private Main() {}

  /**
   * Runs the server. The first argument is the port. Each other argument sets the milliseconds that
   * an operation takes, such as {@code CopyObject=20}, or the share of calls that is answered 503,
   * such as {@code SlowDown=0.05}. The buckets {@code export-bucket} and {@code target-bucket}
   * exist; others can be created.
   */
  public static void main(String[] arguments) throws IOException {
    FaultS3 s3 = FaultS3.create().at(InstantSource.system());
    s3.export.deletesGuarded = false;
    s3.journaling = false;
    Arrays.stream(arguments)
        .skip(1)
        .map(it -> it.split("=", 2))
        .forEach(it -> set(s3, it[0], it[1]));
    System.out.println(S3Server.start(s3, Integer.parseInt(arguments[0])).uri());
  }

  private static void set(FaultS3 s3, String name, String value) {
    if (name.equals("SlowDown")) {
      Random random = new Random(1);
      double share = Double.parseDouble(value);
      s3.add(
          Fault.before("")
              .when(() -> random.nextDouble() < share)
              .answers(Answers.refusal(503, name)));
    } else {
      s3.latency.put(name, Duration.ofMillis(Long.parseLong(value)));
    }
  }
}
