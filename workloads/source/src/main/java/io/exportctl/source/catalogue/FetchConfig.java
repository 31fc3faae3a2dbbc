package io.exportctl.source.catalogue;

import com.google.re2j.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How a source's files are found and downloaded.
 *
 * @param page address of the page with the links, or of the one file
 * @param listing form of the page
 * @param link found anywhere in a link; missing for one fixed address
 * @param address to download in place of the link, with {@code {group}} for groups of the link
 * @param dateFormat of the group {@code date}
 * @param storeAs name of the file, with {@code {group}}
 * @param maxMegabytes of a download
 */
public record FetchConfig(
    URI page,
    Listing listing,
    Optional<Pattern> link,
    Optional<String> address,
    Optional<DateTimeFormatter> dateFormat,
    Optional<String> storeAs,
    Files files,
    Optional<LocalDate> since,
    Optional<String> schedule,
    Optional<String> headersSecret,
    int maxMegabytes) {

  /** Form of the page that names the files. */
  public enum Listing {
    /** Links of an HTML page. */
    HTML,
    /** The text itself, such as JSON. */
    TEXT,
    /** There is no page, but one file. */
    NONE
  }

  /** Which of the files are fetched. */
  public enum Files {
    /** All later than the newest stored; the first time only the newest. */
    NEW,
    ALL,
    NEWEST
  }
}
