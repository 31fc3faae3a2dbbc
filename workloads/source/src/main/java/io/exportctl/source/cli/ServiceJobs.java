package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.clients.DatabaseNonces;
import io.exportctl.source.database.Database;
import io.exportctl.source.fetch.Downloads;
import io.exportctl.source.fetch.FetchSource;
import io.exportctl.source.load.Cleanup;
import io.exportctl.source.load.Halt;
import io.exportctl.source.load.Loader;
import io.exportctl.source.notify.Dataflow;
import io.exportctl.source.notify.Notifier;
import io.exportctl.source.objects.ObjectStore;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.tasks.FetchTask;
import io.exportctl.source.tasks.LoadTask;
import io.exportctl.source.tasks.MeasureTask;
import io.exportctl.source.tasks.Workers;
import io.exportctl.source.upload.UploadLoad;
import java.time.InstantSource;
import java.util.Optional;

/** The tasks of {@code store serve}. */
record ServiceJobs(Session session, Catalogue catalogue, Database database, ObjectStore objects) {

  /** Parts that the tasks work with. */
  record Parts(
      Downloads downloads, DatabaseNonces nonces, Cleanup cleanup, Optional<Dataflow> dataflow) {}

  Workers start(int threads, Parts parts) {
    EventLog log = new EventLog(session.out(), InstantSource.system());
    Halt halt = ProcessHalt.ofProperty();
    Loader loader = new Loader(database, objects, session.temporary(), halt);
    FetchSource fetch =
        new FetchSource(parts.downloads(), database, objects, session.temporary(), halt);
    Workers.Jobs jobs =
        new Workers.Jobs(
            new LoadTask(catalogue, loader, log)::run,
            new UploadLoad(database, catalogue, loader)::run,
            new FetchTask(catalogue, fetch, database, log)::run,
            new Notifier(database, catalogue, parts.dataflow(), log, InstantSource.system())::step,
            () -> clean(log, parts),
            new MeasureTask(catalogue, database, log)::run);
    return Workers.start(database, Workers.Pace.of(threads), jobs, log);
  }

  private static void clean(EventLog log, Parts parts) {
    parts.nonces().deleteExpired();
    parts.cleanup().run().forEach(it -> log.write("clean-up left out", "text", it));
  }
}
