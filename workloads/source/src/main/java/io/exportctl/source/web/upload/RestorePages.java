package io.exportctl.source.web.upload;

import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Restoration;
import io.exportctl.source.load.Version;
import io.exportctl.source.load.Versions;
import io.exportctl.source.web.page.Pages.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The way back to a kept version, which a person confirms. */
final class RestorePages {

  private final Parts parts;

  RestorePages(Parts parts) {
    this.parts = parts;
  }

  /** The version that is served, and the one to serve again. */
  private record Pair(Optional<Version> current, Optional<Version> wanted) {}

  void answer(Visit visit, String id) {
    String source = visit.config().name();
    long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    Pair pair =
        parts
            .database()
            .inTransaction(
                sql -> new Pair(Versions.current(sql, source), Versions.find(sql, source, number)));
    if (visit.config().mode() != Mode.REPLACE || pair.wanted().isEmpty()) {
      visit.notFound();
    } else if (!pair.wanted().get().isKept()) {
      visit.send(
          Page.message(
              410,
              "This version is no longer kept",
              "Its rows were dropped. Upload its file again, which is "
                  + pair.wanted().get().file()
                  + "."));
    } else if (visit.isPost()) {
      restore(visit, number);
    } else {
      visit.send(page(source, pair.current(), pair.wanted().get()));
    }
  }

  private void restore(Visit visit, long number) {
    try {
      Restoration.restore(
          parts.database(), visit.config(), number, Optional.of(visit.person().subject()));
      visit.redirect("");
    } catch (StoreException e) {
      if (!e.fault().code().equals("load-running")) {
        throw e;
      }
      visit.send(
          Page.message(
              409,
              "A file is being loaded",
              "Wait until it is, and restore the version then if you still want to."));
    }
  }

  private static Page page(String source, Optional<Version> current, Version wanted) {
    Map<String, Object> model = new HashMap<>();
    model.put("name", source);
    model.put("id", Long.toString(wanted.id()));
    model.put("wanted", version(wanted));
    current.ifPresent(it -> model.put("current", version(it)));
    return Page.of("restore", "Restore version " + wanted.id(), model);
  }

  private static Map<String, Object> version(Version version) {
    return Map.of(
        "id", Long.toString(version.id()),
        "file", version.file(),
        "rows", version.rows(),
        "loaded", Times.text(version.loadedAt()));
  }
}
