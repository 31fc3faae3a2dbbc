package io.exportctl.collection.ingestion.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Sessions of Spark. */
public final class SparkSessions {

  private SparkSessions() {}

  /**
   * Starts a session. What {@code spark-submit} has set stays; otherwise it is one of this machine.
   *
   * @param master where to run; empty for what {@code spark-submit} says, else all processors
   * @param environment of the process, which may name another endpoint of AWS
   */
  public static SparkSession start(Optional<String> master, Map<String, String> environment) {
    SparkConf conf = new SparkConf().setAppName("exportctl ingestion");
    if (master.isPresent() || !conf.contains("spark.master")) {
      local(conf, master.orElse("local[*,4]"));
    }
    conf.set("spark.sql.datetime.java8API.enabled", "true");
    conf.set(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    conf.set("spark.sql.session.timeZone", "UTC");
    // Rows on their way between tasks or to a disk are personal data.
    conf.setIfMissing("spark.io.encryption.enabled", "true");
    s3(environment).forEach((name, value) -> conf.setIfMissing("spark.hadoop." + name, value));
    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
    writeNoChecksums(spark.sparkContext().hadoopConfiguration());
    return spark;
  }

  private static void local(SparkConf conf, String master) {
    conf.setMaster(master);
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.sql.shuffle.partitions", "8");
    conf.setIfMissing("spark.ui.enabled", "false");
  }

  /** Leaves out the file of checksums that Hadoop writes beside each file of this machine. */
  private static void writeNoChecksums(Configuration configuration) {
    try {
      FileSystem.getLocal(configuration).setWriteChecksum(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the session of this process, if there is one. */
  public static void stop() {
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
  }

  /** Returns the settings of file systems for commands that work without Spark. */
  public static Configuration hadoop(Map<String, String> environment) {
    Configuration configuration = new Configuration();
    s3(environment).forEach(configuration::set);
    return configuration;
  }

  /** EMR has a file system of its own for {@code s3:}; elsewhere it is Hadoop's. */
  private static Map<String, String> s3(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    if (new Configuration().get("fs.s3.impl") == null) {
      settings.put("fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
    }
    String endpoint =
        environment.getOrDefault("AWS_ENDPOINT_URL_S3", environment.get("AWS_ENDPOINT_URL"));
    if (endpoint != null) {
      boolean isEncrypted = endpoint.startsWith("https:");
      settings.put("fs.s3a.endpoint", endpoint);
      settings.put("fs.s3a.path.style.access", "true");
      settings.put("fs.s3a.connection.ssl.enabled", String.valueOf(isEncrypted));
    }
    String region = environment.getOrDefault("AWS_REGION", environment.get("AWS_DEFAULT_REGION"));
    if (region != null) {
      settings.put("fs.s3a.endpoint.region", region);
    }
    return settings;
  }
}
