package io.exportctl.collection.ingestion;

import io.exportctl.collection.ingestion.run.SparkSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Session of Spark that all tests of a JVM share. */
public final class TestSpark {

  /** Folder of the log of Spark's events, which LeakTest reads. */
  public static final Path EVENTS = Path.of("target", "spark-events").toAbsolutePath();

  private TestSpark() {}

  private static final SparkSession SESSION = start();

  /** Returns the session. */
  public static SparkSession session() {
    return SESSION;
  }

  private static SparkSession start() {
    // Commands of tests leave this log as it is.
    System.setProperty("log4j2.configurationFile", "log4j2-test.properties");
    System.setProperty("spark.eventLog.enabled", "true");
    System.setProperty("spark.eventLog.dir", EVENTS.toUri().toString());
    System.setProperty("spark.sql.adaptive.enabled", "false");
    System.setProperty("spark.sql.shuffle.partitions", "1");
    try {
      Files.createDirectories(EVENTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SparkSessions.start(Optional.of("local[2,4]"), Map.of());
  }
}
