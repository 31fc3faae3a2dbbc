package io.exportctl.collection.ingestion;

import io.exportctl.collection.ingestion.run.SparkSessions;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The one session of Spark of all tests of a JVM. */
public final class TestSpark {

  private static final SparkSession SESSION = start();

  private TestSpark() {}

  /** Returns the session. */
  public static SparkSession session() {
    return SESSION;
  }

  private static SparkSession start() {
    System.setProperty("spark.sql.adaptive.enabled", "false");
    System.setProperty("spark.sql.shuffle.partitions", "1");
    return SparkSessions.start(Optional.of("local[2,4]"), Map.of());
  }
}
