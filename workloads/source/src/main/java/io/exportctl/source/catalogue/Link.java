package io.exportctl.source.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.text.Printable;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A link that fits a source.
 *
 * @param groups named groups of the pattern
 * @param dateFormat of the group {@code date}
 */
public record Link(
    String text, Map<String, String> groups, Optional<DateTimeFormatter> dateFormat) {

  /** Copies the groups. */
  public Link {
    groups = Map.copyOf(groups);
  }

  /**
   * Returns the date of the link; empty if its source has no format of dates.
   *
   * @throws StoreException if it is not one
   */
  public Optional<LocalDate> date() {
    String date = groups.getOrDefault("date", "");
    try {
      return dateFormat.map(it -> LocalDate.parse(date, it));
    } catch (DateTimeException e) {
      throw StoreException.refused(
          Fault.of(
              "bad-date",
              "the date "
                  + Printable.quoted(date)
                  + " in the link "
                  + Printable.quoted(text)
                  + " does not fit fetch.date_format"));
    }
  }

  /** Fills the placeholders of a template. */
  public String fill(String template) {
    return fill(template, it -> it);
  }

  /** Fills the placeholders of an address, within its path or query. */
  public String address(String template) {
    return fill(template, Link::encoded);
  }

  private String fill(String template, UnaryOperator<String> encoding) {
    String filled = template;
    for (Map.Entry<String, String> group : groups.entrySet()) {
      filled = filled.replace("{" + group.getKey() + "}", encoding.apply(group.getValue()));
    }
    return filled;
  }

  /** A link is encoded already, so that {@code %} stays, as the slash does. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8)
        .replace("+", "%20")
        .replace("%25", "%")
        .replace("%2F", "/");
  }
}
