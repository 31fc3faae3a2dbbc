package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.attempt.Attempt;
import io.exportctl.collection.ingestion.config.ExitStatus;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.key.KeyServiceException;
import io.exportctl.collection.key.SharedKeys;
import io.exportctl.collection.record.RecordFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the result of each line. */
@Command(
    name = "try",
    description = {
      "Prints the result of each line of files, without Spark and without tables.",
      "The output has decrypted records."
    },
    mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {

  @Mixin private JobOptions jobOptions;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of encrypted records.")
  private List<Path> files = List.of();

  private final Session session;

  TryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SparkLog.toFile(Optional.empty());
    JobFile job = jobOptions.job(new Configuration(), "ingestion-try-" + session.suffixes().get());
    Attempt attempt =
        new Attempt(job.recordSettings(), function(job), job.fileNameOffsets(), session.out());
    boolean isGood = true;
    for (Path file : files) {
      isGood &= attempt.print(file);
    }
    return isGood ? ExitStatus.FINE : ExitStatus.BAD_DATA;
  }

  private static RecordFunction function(JobFile job) {
    try {
      return new RecordFunction(job.recordSettings(), SharedKeys.of(job.keys()));
    } catch (KeyServiceException e) {
      throw IngestionException.failed(e.kind().text(), e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw IngestionException.failed("job-file", e.getMessage(), e);
    }
  }
}
