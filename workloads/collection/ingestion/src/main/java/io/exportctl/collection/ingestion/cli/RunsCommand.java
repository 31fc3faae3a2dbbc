package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.RunLog;
import io.exportctl.collection.ingestion.run.RunRecord;
import io.exportctl.collection.ingestion.run.SparkSessions;
import io.exportctl.collection.ingestion.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the runs of a dataset. */
@Command(
    name = "runs",
    description = "Lists the runs of a dataset: their dates, states and counts.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of("date", "run", "state", "files", "read", "written", "rejected", "seconds", "reason");

  @Mixin private JobOptions jobOptions;

  private final Session session;

  RunsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SparkLog.toFile(Optional.empty());
    Configuration configuration = SparkSessions.hadoop(session.environment());
    JobFile job = jobOptions.job(configuration, "ingestion-runs");
    String root = jobOptions.root(job);
    try {
      RunLog log = new RunLog(Store.of(configuration, root), job.name(), Map.of(), it -> {});
      TextTable table = TextTable.of(HEADER);
      log.all().forEach(it -> table.add(cells(it)));
      table.print(session.out());
      return ExitStatus.FINE;
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "the warehouse '%s' cannot be reached (%s); check its name and permissions"
              .formatted(root, e.getClass().getSimpleName()),
          e);
    }
  }

  private static List<String> cells(RunRecord record) {
    return List.of(
        record.exportDate().toString(),
        record.run(),
        record.state().name(),
        count(record, "files"),
        count(record, "records_read"),
        count(record, "records_written"),
        count(record, "records_rejected"),
        String.valueOf(record.duration().toSeconds()),
        record.failure().map(RunRecord.Failure::reason).orElse(""));
  }

  private static String count(RunRecord record, String name) {
    return String.valueOf(record.totals().count(name));
  }
}
