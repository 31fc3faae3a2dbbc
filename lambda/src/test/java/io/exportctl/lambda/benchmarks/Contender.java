package io.exportctl.lambda.benchmarks;

import io.exportctl.s3.FaultS3;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that moves the files of one bucket to another, as a user would run it. Programs that
 * work on events read them from standard input.
 *
 * @param guarded true if it never deletes without a condition
 */
record Contender(String name, boolean guarded, List<String> command) {

  private static final String PREFIX = "/new_project/";

  /** The function's flags, from terraform/modules/push/function.tf. */
  private static final String FLAGS = "-XX:+TieredCompilation -XX:TieredStopAtLevel=1";

  /** The JVM's default collector on a machine with the function's memory of 1,024 MB. */
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  Contender {
    command = List.copyOf(command);
  }

  /**
   * The function.
   *
   * @param jars folder with the jars of its zip
   * @param instances number of instances that Lambda would have started
   */
  static Contender mover(Path jars, int instances) {
    String classPath = jars + "/*:" + System.getProperty("classes");
    return new Contender(
        "mover",
        true,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            COLLECTOR,
            "-cp",
            classPath,
            MoverInstances.class.getName(),
            "" + instances));
  }

  /** A function in Python, as the older system had it. */
  static Contender boto3(String python, int instances) {
    return new Contender(
        "boto3 handler",
        false,
        List.of(python, System.getProperty("boto3Handler"), "" + instances));
  }

  static Contender rclone() {
    return new Contender(
        "`rclone move`",
        false,
        List.of(
            "rclone", "move", "s3:" + FaultS3.EXPORT + PREFIX, "s3:" + FaultS3.TARGET + PREFIX));
  }

  static Contender awsCli() {
    return new Contender(
        "`aws s3 mv`",
        false,
        List.of(
            "aws",
            "s3",
            "mv",
            "--recursive",
            "s3://" + FaultS3.EXPORT + PREFIX,
            "s3://" + FaultS3.TARGET + PREFIX));
  }

  /** Environment of every contender. */
  static Map<String, String> environment(URI s3, Path home) {
    return Map.ofEntries(
        Map.entry("PATH", System.getenv("PATH")),
        Map.entry("HOME", home.toString()),
        Map.entry("AWS_ENDPOINT_URL", s3.toString()),
        Map.entry("AWS_ACCESS_KEY_ID", "key"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "secret"),
        Map.entry("AWS_REGION", "eu-west-2"),
        Map.entry("AWS_DEFAULT_REGION", "eu-west-2"),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("DATASET", "new_project"),
        Map.entry("EXPORT_BUCKET", FaultS3.EXPORT),
        Map.entry("TARGET_BUCKET", FaultS3.TARGET),
        Map.entry("KEEP_FILES", "false"),
        Map.entry("QUEUE_URL", s3 + "/queue"),
        Map.entry("DEAD_LETTER_QUEUE_URL", s3 + "/dead-letters"),
        Map.entry("JAVA_TOOL_OPTIONS", FLAGS),
        Map.entry("RCLONE_CONFIG_S3_TYPE", "s3"),
        Map.entry("RCLONE_CONFIG_S3_PROVIDER", "Minio"),
        Map.entry("RCLONE_CONFIG_S3_ENV_AUTH", "true"),
        Map.entry("RCLONE_CONFIG_S3_ENDPOINT", s3.toString()),
        // Otherwise it would check that the target bucket exists, and try to create it.
        Map.entry("RCLONE_CONFIG_S3_NO_CHECK_BUCKET", "true"));
  }
}
