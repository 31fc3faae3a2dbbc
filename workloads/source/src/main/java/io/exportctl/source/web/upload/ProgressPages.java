package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.upload.Upload;
import io.exportctl.source.upload.UploadState;
import io.exportctl.source.web.page.Pages.Page;
import io.exportctl.source.web.page.Pages.Viewer;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Progress of a confirmed upload, and how it ended. */
final class ProgressPages {

  private final Parts parts;

  ProgressPages(Parts parts) {
    this.parts = parts;
  }

  void answer(Visit visit, UUID id) {
    Optional<Upload> upload = parts.uploads().find(visit.config().name(), id);
    if (upload.isEmpty() || upload.get().state() == UploadState.DISCARDED) {
      visit.notFound();
      return;
    }
    if (upload.get().state() == UploadState.UPLOADED) {
      visit.redirect("check/" + id + "/");
      return;
    }
    visit.send(page(visit.config(), upload.get()));
  }

  private static Page page(SourceConfig config, Upload upload) {
    Map<String, Object> model = new HashMap<>();
    model.put("name", config.name());
    model.put("table", config.table().toString());
    model.put("id", upload.id().toString());
    model.put("file", upload.fileName());
    model.put("percent", Integer.toString(upload.state().percent()));
    model.put("info", info(upload));
    upload.rows().ifPresent(it -> model.put("rows", it));
    upload.version().ifPresent(it -> model.put("version", Long.toString(it)));
    upload
        .error()
        .ifPresent(
            it -> {
              model.put("reason", it.text());
              it.line().ifPresent(line -> model.put("line", line));
              it.column().ifPresent(column -> model.put("column", column));
              it.value().ifPresent(value -> model.put("value", value));
            });
    return switch (upload.state()) {
      case COMPLETED -> Page.of("done", "Loaded: " + upload.fileName(), model);
      case FAILED -> Page.of("failed", "Not loaded: " + upload.fileName(), model);
      case UPLOADED, VERIFIED, PROCESSING_DSS, DISCARDED ->
          Page.of("progress", "Loading " + upload.fileName(), model);
    };
  }

  private static String info(Upload upload) {
    return switch (upload.state()) {
      case UPLOADED -> "waits to be confirmed";
      case VERIFIED -> "waits for its turn";
      case PROCESSING_DSS -> "rows are checked and copied";
      case COMPLETED -> "loaded";
      case FAILED -> "not loaded";
      case DISCARDED -> "discarded";
    };
  }

  /** Answers a script that asks how far an upload is. */
  void json(Context context, Viewer viewer, UUID id) {
    Optional<Upload> upload =
        parts
            .uploads()
            .find(id)
            .filter(
                it ->
                    parts
                        .catalogue()
                        .find(it.dataset())
                        .filter(viewer.person()::mayUpload)
                        .isPresent());
    if (upload.isEmpty()) {
      parts.pages().send(context, Optional.of(viewer), UploadSite.NOT_FOUND);
      return;
    }
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("state", upload.get().state().word());
    progress.put("progress", Integer.toString(upload.get().state().percent()));
    progress.put("info", info(upload.get()));
    progress.put("rows", upload.get().rows());
    parts.pages().json(context, progress);
  }
}
