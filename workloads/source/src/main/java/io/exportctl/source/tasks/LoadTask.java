package io.exportctl.source.tasks;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Loader;
import io.exportctl.source.load.Outcome;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.ops.Metric;
import java.util.Optional;

/** The load of the files of a dataset that wait. */
public final class LoadTask {

  private final Catalogue catalogue;
  private final Loader loader;
  private final EventLog log;

  public LoadTask(Catalogue catalogue, Loader loader, EventLog log) {
    this.catalogue = catalogue;
    this.loader = loader;
    this.log = log;
  }

  /**
   * Loads what waits; files that are refused stay so until they come again or their source changes.
   *
   * @throws StoreException if trying again may help
   */
  public void run(String dataset) {
    Optional<SourceConfig> config = catalogue.find(dataset);
    if (config.isEmpty()) {
      log.write("load left out", "dataset", dataset, "text", "the source was removed");
      return;
    }
    Optional<StoreException> passing = Optional.empty();
    for (Outcome outcome : loader.load(config.get(), Loader.Request.USUAL)) {
      write(dataset, outcome);
      passing = passing.or(() -> outcome.failure().filter(it -> it.status() == ExitStatus.FAILED));
    }
    if (passing.isPresent()) {
      throw passing.get();
    }
  }

  private void write(String dataset, Outcome outcome) {
    if (outcome.failure().isPresent()) {
      log.failure("load", dataset, outcome.failure().get());
      log.metric(Metric.failedLoad(dataset));
      return;
    }
    log.write(
        "loaded",
        "dataset",
        dataset,
        "version",
        outcome.version(),
        "rows",
        outcome.rows(),
        "rejected",
        outcome.rejected());
  }
}
