package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.source.FileGroup;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Reads the files of a task. */
final class GroupFunction implements FlatMapFunction<Iterator<FileGroup>, Row> {

  private static final long serialVersionUID = 1;

  private final TaskSettings settings;
  private final TallyAccumulator tallies;

  GroupFunction(TaskSettings settings, TallyAccumulator tallies) {
    this.settings = settings;
    this.tallies = tallies;
  }

  @Override
  public Iterator<Row> call(Iterator<FileGroup> groups) throws Exception {
    if (!groups.hasNext()) {
      return List.<Row>of().iterator();
    }
    TaskContext context = TaskContext.get();
    int partition = context.partitionId();
    GroupReader reader =
        GroupReader.open(
            settings,
            groups.next(),
            partition,
            context.attemptNumber(),
            tally -> tallies.add(Map.entry(partition, tally)));
    context.addTaskCompletionListener(
        finished -> {
          reader.discardUnlessFinished();
        });
    return reader;
  }
}
