package io.exportctl.source.catalogue;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** Finds the link in the text of one; empty if it does not fit. */
  public Optional<Link> find(String text) {
    Matcher matcher = link.orElseThrow().matcher(text);
    return matcher.find() ? Optional.of(link(text, matcher)) : Optional.empty();
  }

  /** Finds all links in a text; each is what the pattern covers. */
  public List<Link> findAll(String text) {
    Matcher matcher = link.orElseThrow().matcher(text);
    List<Link> links = new ArrayList<>();
    while (matcher.find()) {
      links.add(link(matcher.group(), matcher));
    }
    return links;
  }

  private Link link(String text, Matcher matcher) {
    Map<String, String> groups = new TreeMap<>();
    for (String name : link.orElseThrow().namedGroups().keySet()) {
      groups.put(name, Optional.ofNullable(matcher.group(name)).orElse(""));
    }
    return new Link(text, groups, dateFormat);
  }

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
