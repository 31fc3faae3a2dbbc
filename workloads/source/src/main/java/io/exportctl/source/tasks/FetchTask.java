package io.exportctl.source.tasks;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.fetch.FetchSource;
import io.exportctl.source.fetch.FetchSource.Fetched;
import io.exportctl.source.load.FetchedFiles;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.ops.Metric;
import java.util.Optional;

/** The fetch of a source, which ends with an entry for the load of what waits. */
public final class FetchTask {

  private final Catalogue catalogue;
  private final FetchSource fetch;
  private final Database database;
  private final EventLog log;

  public FetchTask(Catalogue catalogue, FetchSource fetch, Database database, EventLog log) {
    this.catalogue = catalogue;
    this.fetch = fetch;
    this.database = database;
    this.log = log;
  }

  /** Fetches a source; a failure is logged and counted, and the next run tries again. */
  public void run(String dataset) {
    Optional<SourceConfig> config = catalogue.find(dataset).filter(it -> it.fetch().isPresent());
    if (config.isEmpty()) {
      log.write("fetch left out", "dataset", dataset, "text", "the source was removed");
      return;
    }
    Fetched fetched = fetch.run(config.get());
    log.write("fetched", "dataset", dataset, "files", fetched.files().size());
    fetched
        .failure()
        .ifPresent(
            it -> {
              log.failure("fetch", dataset, it);
              log.metric(Metric.failedLoad(dataset));
            });
    // Also files of earlier runs, as those whose process died before it came here.
    if (new FetchedFiles(database).isWaiting(config.get())) {
      database.inTransaction(
          sql -> {
            TaskQueue.load(sql, dataset);
            return true;
          });
    }
  }
}
