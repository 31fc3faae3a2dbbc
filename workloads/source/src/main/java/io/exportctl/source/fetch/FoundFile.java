package io.exportctl.source.fetch;

import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A file that a page names.
 *
 * @param name by which the store keeps it
 * @param date by the source; missing if its links have none
 */
public record FoundFile(URI address, String name, Optional<LocalDate> date) {

  /** Order by date, then by name. */
  static final Comparator<FoundFile> OLDEST_FIRST =
      Comparator.comparing((FoundFile it) -> it.date().orElse(LocalDate.MIN))
          .thenComparing(FoundFile::name);
}
