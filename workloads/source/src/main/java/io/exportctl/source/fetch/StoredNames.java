package io.exportctl.source.fetch;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.catalogue.Link;
import io.exportctl.source.fault.StoreException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates of files that are stored already, by their names. */
final class StoredNames {

  private StoredNames() {}

  /** Finds the date by the pattern of links, which mostly fits the name behind a slash. */
  static Optional<LocalDate> date(FetchConfig fetch, String name) {
    if (fetch.link().isEmpty()) {
      return Optional.empty();
    }
    try {
      return fetch.find("/" + name).or(() -> fetch.find(name)).flatMap(Link::date);
    } catch (StoreException e) {
      return Optional.empty();
    }
  }
}
