package io.exportctl.source.tasks;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.database.Database;
import io.exportctl.source.load.Ages;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.ops.Metric;

/** The ages of the data of all sources, as metrics. */
public final class MeasureTask {

  private final Catalogue catalogue;
  private final Database database;
  private final EventLog log;

  public MeasureTask(Catalogue catalogue, Database database, EventLog log) {
    this.catalogue = catalogue;
    this.database = database;
    this.log = log;
  }

  /** Writes a metric for each source. */
  public void run() {
    Ages.seconds(database, catalogue.all())
        .forEach((dataset, age) -> log.metric(Metric.secondsSinceGoodLoad(dataset, age)));
  }
}
