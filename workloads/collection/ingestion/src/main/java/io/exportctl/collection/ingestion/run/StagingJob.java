package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.source.FileGroup;
import io.exportctl.collection.ingestion.source.FileGroups;
import io.exportctl.collection.ingestion.source.Manifest;
import io.exportctl.collection.ingestion.source.SourceReadException;
import io.exportctl.collection.ingestion.table.DeadLetters;
import io.exportctl.collection.ingestion.table.ErasedIds;
import io.exportctl.collection.ingestion.table.Staging;
import io.exportctl.collection.ingestion.table.Tables;
import io.exportctl.collection.key.KeyServiceException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** The job of Spark that reads a date's files onto the branch of a run. */
final class StagingJob {

  private final RunContext context;
  private final LocalDate date;
  private final String run;

  StagingJob(RunContext context, LocalDate date, String run) {
    this.context = context;
    this.date = date;
    this.run = run;
  }

  /**
   * Reads the files, one group a task.
   *
   * @return the counts by task
   * @throws SourceReadException if a file cannot be read
   * @throws IngestionException if another thing fails
   */
  Map<Integer, GroupTally> stage(Manifest manifest) throws SourceReadException {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context.spark().sparkContext());
    TallyAccumulator tallies = new TallyAccumulator();
    spark.sc().register(tallies, "tallies " + run);
    Broadcast<ErasedIds> erased =
        spark.broadcast(ErasedIds.load(context.warehouse(), Tables.of(context.job())));
    Broadcast<SerializableConfiguration> configuration =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    try {
      TaskSettings settings =
          new TaskSettings(
              context.job().recordSettings(),
              context.job().keys(),
              context.root(),
              DeadLetters.folder(context.job().name(), date, run),
              context.job().fileNameOffsets(),
              erased,
              configuration);
      List<FileGroup> groups = FileGroups.of(manifest, spark.defaultParallelism());
      JavaRDD<Row> rows =
          spark
              .parallelize(groups, groups.size())
              .mapPartitions(new GroupFunction(settings, tallies));
      staging()
          .write(
              Rows.withText(
                  context.spark().createDataFrame(rows, Rows.schema(context.job().columns()))));
      return new TreeMap<>(tallies.value());
    } catch (Exception e) {
      // Spark's Scala code throws checked exceptions that its methods do not declare.
      throw failure(e);
    } finally {
      erased.destroy();
      configuration.destroy();
    }
  }

  Staging staging() {
    return new Staging(context.warehouse(), Tables.of(context.job()).records(), date, run);
  }

  private static IngestionException failure(Exception failure) throws SourceReadException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SourceReadException source) {
        throw source;
      }
      if (cause instanceof KeyServiceException keys) {
        return IngestionException.failed(keys.kind().text(), keys.getMessage(), failure);
      }
    }
    return failure instanceof IngestionException known ? known : Failures.of(failure);
  }
}
