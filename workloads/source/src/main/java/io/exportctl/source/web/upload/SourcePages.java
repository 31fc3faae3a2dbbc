package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Version;
import io.exportctl.source.load.Versions;
import io.exportctl.source.upload.Upload;
import io.exportctl.source.upload.UploadState;
import io.exportctl.source.web.page.Pages.Page;
import io.exportctl.source.web.page.Pages.Viewer;
import io.exportctl.source.web.upload.Receiver.NotReceived;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sources of a person, and the page of each: its versions, and the way of a file in. */
final class SourcePages {

  private final Parts parts;
  private final Receiver receiver;

  SourcePages(Parts parts, Receiver receiver) {
    this.parts = parts;
    this.receiver = receiver;
  }

  /** Lists the sources to which a person may upload. */
  void list(Context context, Viewer viewer) {
    List<Map<String, Object>> sources =
        parts.catalogue().all().stream()
            .filter(viewer.person()::mayUpload)
            .map(this::summary)
            .toList();
    parts
        .pages()
        .send(
            context,
            Optional.of(viewer),
            Page.of("sources", "Your sources", Map.of("sources", sources)));
  }

  private Map<String, Object> summary(SourceConfig config) {
    Map<String, Object> map = new HashMap<>();
    map.put("name", config.name());
    map.put("table", config.table().toString());
    parts
        .database()
        .inTransaction(sql -> Versions.current(sql, config.name()))
        .ifPresent(
            it -> {
              map.put("rows", it.rows());
              map.put("loaded", Times.text(it.loadedAt()));
            });
    return map;
  }

  void answer(Visit visit) {
    if (!visit.isPost()) {
      visit.send(page(visit.config(), Optional.empty()));
      return;
    }
    try {
      UUID upload =
          receiver.receive(
              visit.context(),
              (file, name) -> parts.intake().take(visit.config(), visit.person(), file, name));
      visit.redirect("check/" + upload + "/");
    } catch (NotReceived e) {
      if (e.status() == 503) {
        visit.context().header("Retry-After", "60");
      }
      visit.send(page(visit.config(), Optional.of(e.getMessage())).with(e.status()));
    } catch (StoreException e) {
      visit.send(page(visit.config(), Optional.of(e.fault().capitalised())).with(422));
    }
  }

  private Page page(SourceConfig config, Optional<String> fault) {
    Map<String, Object> model = new HashMap<>();
    model.put("name", config.name());
    model.put("table", config.table().toString());
    model.put("mode", config.mode().name().toLowerCase(Locale.ROOT));
    model.put("declared", config.columns().stream().map(it -> it.name().text()).toList());
    model.put("mostBytes", Long.toString(receiver.mostBytes()));
    model.put("most", Times.size(receiver.mostBytes()));
    model.put("versions", versions(config));
    model.put("open", parts.uploads().open(config.name()).stream().map(SourcePages::open).toList());
    fault.ifPresent(it -> model.put("fault", it));
    return Page.of("source", (fault.isPresent() ? "Error: " : "") + config.name(), model);
  }

  private List<Map<String, Object>> versions(SourceConfig config) {
    Map<Long, String> authors = parts.uploads().authors(config.name());
    return parts
        .database()
        .inTransaction(
            sql -> {
              long served = Versions.current(sql, config.name()).map(Version::id).orElse(-1L);
              return Versions.all(sql, config.name()).stream()
                  .map(it -> version(config, it, it.id() == served, authors.get(it.id())))
                  .toList();
            });
  }

  private static Map<String, Object> version(
      SourceConfig config, Version version, boolean served, String author) {
    Map<String, Object> map = new HashMap<>();
    map.put("id", Long.toString(version.id()));
    map.put("loaded", Times.text(version.loadedAt()));
    map.put("rows", version.rows());
    map.put("file", version.file());
    map.put("author", Optional.ofNullable(author).orElse("a program"));
    map.put("state", served ? "served" : version.isKept() ? "kept" : "gone");
    map.put("restorable", !served && version.isKept() && config.mode() == Mode.REPLACE);
    return map;
  }

  private static Map<String, Object> open(Upload upload) {
    return Map.of(
        "file", upload.fileName(),
        "by", upload.byName(),
        "at", Times.text(upload.createdAt()),
        "waits", upload.state() == UploadState.UPLOADED,
        "page",
            (upload.state() == UploadState.UPLOADED ? "check/" : "uploaded/") + upload.id() + "/");
  }
}
