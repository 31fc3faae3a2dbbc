package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.Progress;
import io.exportctl.collection.ingestion.run.RunContext;
import io.exportctl.collection.ingestion.run.RunObserver;
import io.exportctl.collection.ingestion.run.RunPlan;
import io.exportctl.collection.ingestion.run.Runs;
import io.exportctl.collection.ingestion.table.Warehouse;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes export dates. */
@Command(
    name = "run",
    description = "Reads the files of export dates, and publishes them as tables.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private JobOptions jobOptions;
  @Mixin private DateOptions dates;
  @Mixin private Engine engine;

  @Option(
      names = "--force",
      description = "Read the files again, even if they were published before.")
  private boolean force;

  @Option(
      names = "--rebuild",
      description = "Compute the latest and the redacted table anew from all records.")
  private boolean rebuild;

  @Option(
      names = "--source",
      paramLabel = "file:FOLDER",
      description = "A folder in place of the source's bucket.")
  private Optional<String> source = Optional.empty();

  private final Session session;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    dates.check(rebuild);
    String name = "ingestion-" + session.suffixes().get();
    Optional<String> sourceFolder = source.map(Folders::uri);
    if (jobOptions.isLocal()) {
      jobOptions.job(new Configuration(false), name);
    }
    SparkSession spark = engine.start(session, jobOptions.folder());
    JobFile job = jobOptions.job(spark.sparkContext().hadoopConfiguration(), name);
    Optional<RunPlan> plan = dates.plan(job);
    if (!session.isTerminal()) {
      return run(spark, job, sourceFolder, plan, RunObserver.NONE);
    }
    try (Progress progress = Progress.start(spark, session.err())) {
      return run(spark, job, sourceFolder, plan, progress);
    }
  }

  private int run(
      SparkSession spark,
      JobFile job,
      Optional<String> sourceFolder,
      Optional<RunPlan> plan,
      RunObserver observer) {
    String root = jobOptions.root(job);
    RunContext context =
        Engine.context(
            spark,
            job,
            root,
            sourceFolder.orElse("s3://" + job.source().bucket()),
            observer,
            session);
    Runs runs = new Runs(context, session.suffixes());
    int status = ExitStatus.FINE;
    if (plan.isPresent()) {
      boolean metrics = !Warehouse.isFolder(root);
      status = runs.run(plan.orElseThrow(), force, new RunReport(session, job.name(), metrics));
    }
    if (rebuild && status == ExitStatus.FINE) {
      runs.rebuild();
    }
    return status;
  }
}
