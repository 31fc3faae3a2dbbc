package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.RunContext;
import io.exportctl.collection.ingestion.run.RunLog;
import io.exportctl.collection.ingestion.run.RunObserver;
import io.exportctl.collection.ingestion.run.RunRecord;
import io.exportctl.collection.ingestion.run.SparkSessions;
import io.exportctl.collection.ingestion.run.StatusTable;
import io.exportctl.collection.ingestion.source.SourceListing;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.table.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Options of Spark, and its start. */
final class Engine {

  private static final String LOG_FILE = "ingestion.log";

  @Option(
      names = "--master",
      paramLabel = "MASTER",
      description = "Where Spark runs, such as local[2]; by default on all processors.")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Log of Spark's warnings; by default ingestion.log in the warehouse's folder.")
  private Optional<Path> log = Optional.empty();

  /**
   * Starts Spark.
   *
   * @param folder of the warehouse, if it is on this machine
   */
  SparkSession start(Session session, Optional<Path> folder) {
    Optional<Path> file = log.or(() -> folder.map(it -> it.resolve(LOG_FILE)));
    SparkLog.toFile(file);
    return SparkSessions.start(master, session.environment());
  }

  /** Connects a job with its files and tables. */
  static RunContext context(
      SparkSession spark,
      JobFile job,
      String root,
      String source,
      RunObserver observer,
      Session session) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    try {
      Store store = Store.of(configuration, root);
      return new RunContext(
          spark,
          job,
          root,
          Warehouse.open(spark, root, job),
          store,
          new SourceListing(configuration, source, job.source().prefix(), job.daysBefore()),
          new RunLog(store, job.name(), versions(spark), status(job, root, session)),
          session.clock(),
          observer);
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "the warehouse '%s' cannot be reached (%s); check its name and permissions"
              .formatted(root, e.getClass().getSimpleName()),
          e);
    }
  }

  /** A folder has no state that others wait for. */
  private static Consumer<RunRecord> status(JobFile job, String root, Session session) {
    String cluster = session.environment().getOrDefault("EMR_SERVERLESS_JOB_RUN_ID", "local");
    Optional<StatusTable> table =
        Warehouse.isFolder(root) ? Optional.empty() : StatusTable.of(job, cluster);
    return record -> table.ifPresent(it -> it.accept(record));
  }

  private static Map<String, String> versions(SparkSession spark) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("exportctl", Main.version());
    versions.put("java", String.valueOf(Runtime.version()));
    versions.put("spark", spark.version());
    return versions;
  }
}
