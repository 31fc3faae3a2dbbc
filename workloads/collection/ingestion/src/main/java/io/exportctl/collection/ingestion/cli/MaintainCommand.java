package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.RunContext;
import io.exportctl.collection.ingestion.run.RunObserver;
import io.exportctl.collection.ingestion.table.Maintenance;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does the weekly work on tables. */
@Command(
    name = "maintain",
    description = "Puts small files together, and deletes what is older than the recovery days.",
    mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {

  @Mixin private JobOptions jobOptions;
  @Mixin private Engine engine;

  private final Session session;

  MaintainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SparkSession spark = engine.start(session, jobOptions.folder());
    JobFile job = jobOptions.job(spark.sparkContext().hadoopConfiguration(), "ingestion-maintain");
    String root = jobOptions.root(job);
    RunContext context = Engine.context(spark, job, root, root, RunObserver.NONE, session);
    Instant now = session.clock().instant();
    Set<String> young = context.log().branchesSince(Maintenance.crashedBefore(now));
    try {
      Map<String, Long> removed =
          new Maintenance(context.warehouse(), context.store(), job).maintain(young, now);
      removed.forEach(
          (what, count) -> session.out().println("%s removed: %d".formatted(what, count)));
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "files of the warehouse cannot be replaced (%s); run the command again"
              .formatted(e.getClass().getSimpleName()),
          e);
    }
  }
}
