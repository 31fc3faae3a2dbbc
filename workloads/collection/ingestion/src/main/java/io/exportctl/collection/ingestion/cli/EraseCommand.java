package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.RunContext;
import io.exportctl.collection.ingestion.run.RunObserver;
import io.exportctl.collection.ingestion.run.Runs;
import io.exportctl.collection.ingestion.table.Erasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Erases ids. */
@Command(
    name = "erase",
    description = {
      "Deletes all records of ids from tables and JSON lines, for ever: no snapshot keeps them,"
          + " and later files do not bring them back.",
      "A run of the dataset that is in progress fails."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

  @Mixin private JobOptions jobOptions;
  @Mixin private Engine engine;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      required = true,
      description = "A file of ids, one a line, as the column id has them.")
  private Path ids;

  private final Session session;

  EraseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<String> wanted = read();
    SparkSession spark = engine.start(session, jobOptions.folder());
    JobFile job = jobOptions.job(spark.sparkContext().hadoopConfiguration(), "ingestion-erase");
    String root = jobOptions.root(job);
    RunContext context = Engine.context(spark, job, root, root, RunObserver.NONE, session);
    String run = Runs.name(session.clock().instant(), session.suffixes().get());
    try {
      long records =
          new Erasure(context.warehouse(), context.store(), job)
              .erase(wanted, run, session.clock().instant());
      session.out().println("%d records of %d ids are erased".formatted(records, wanted.size()));
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "files of the warehouse cannot be replaced (%s); run the command again"
              .formatted(e.getClass().getSimpleName()),
          e);
    }
  }

  private List<String> read() {
    try {
      List<String> lines =
          Files.readAllLines(ids).stream().filter(it -> !it.isBlank()).distinct().toList();
      if (lines.isEmpty()) {
        throw IngestionException.failed(
            "ids", "the file '%s' has no ids; write one a line".formatted(ids));
      }
      return lines;
    } catch (IOException e) {
      throw IngestionException.failed(
          "ids",
          "the file '%s' cannot be read (%s); check its name, and that it is UTF-8"
              .formatted(ids, e.getClass().getSimpleName()),
          e);
    }
  }
}
