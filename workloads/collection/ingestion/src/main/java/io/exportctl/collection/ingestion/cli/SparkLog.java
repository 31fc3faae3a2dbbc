package io.exportctl.collection.ingestion.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Settings of the log of Spark and its libraries, made before the first of them starts. */
final class SparkLog {

  private static final String CONFIGURATION = "log4j2.configurationFile";
  private static final String FOLDER = "io/exportctl/collection/ingestion/cli/";

  private SparkLog() {}

  /**
   * Sends warnings to a file; without one to standard error. What {@code spark-submit} or a person
   * has set stays.
   */
  static void toFile(Optional<Path> file) {
    if (System.getProperty(CONFIGURATION) != null || System.getProperty("spark.master") != null) {
      return;
    }
    file.ifPresent(it -> System.setProperty("exportctl.log", it.toString()));
    String name = file.isPresent() ? "file-log.properties" : "stream-log.properties";
    System.setProperty(CONFIGURATION, "classpath:" + FOLDER + name);
  }
}
