package io.exportctl.source.upload;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.FaultJson;
import io.exportctl.source.load.Loader;
import java.util.Optional;
import java.util.UUID;

/** The load of a confirmed upload. Begun again after a crash, it goes on where the load was. */
public final class UploadLoad {

  private final Database database;
  private final Catalogue catalogue;
  private final Loader loader;
  private final Uploads uploads;
  private final UploadWork work;

  public UploadLoad(Database database, Catalogue catalogue, Loader loader) {
    this.database = database;
    this.catalogue = catalogue;
    this.loader = loader;
    this.uploads = new Uploads(database);
    this.work = new UploadWork(database);
  }

  /**
   * Loads an upload; one that is not confirmed, or has ended, is left.
   *
   * @throws StoreException if the source is being loaded already, or the database is gone; the
   *     caller tries again later
   */
  public void run(UUID id) {
    if (!work.begin(id)) {
      return;
    }
    Upload upload = uploads.find(id).orElseThrow();
    Optional<SourceConfig> config = catalogue.find(upload.dataset());
    if (config.isEmpty()) {
      work.fail(id, Fault.of("missing-source", "the source was removed meanwhile"));
      return;
    }
    loader.load(config.get(), Loader.Request.USUAL);
    end(upload);
  }

  private void end(Upload upload) {
    ResultRow file =
        database.inTransaction(
            sql ->
                sql.row(
                        "select f.state, f.error::text as error,"
                            + " (select max(l.id) from operations.load l where l.file_id = f.id"
                            + " and l.state in ('done', 'superseded')) as load"
                            + " from operations.file f where f.id = ?",
                        upload.fileId().orElseThrow())
                    .orElseThrow());
    switch (file.text("state")) {
      case "processed" -> work.complete(upload.id(), file.number("load"));
      case "failed" ->
          work.fail(upload.id(), file.findText("error").map(FaultJson::read).orElseThrow());
      case "ignored" ->
          work.fail(
              upload.id(), Fault.of("overtaken", "a file that was confirmed later took its place"));
      default ->
          throw StoreException.failed("load-waits", "the file still waits for its load; try again");
    }
  }
}
