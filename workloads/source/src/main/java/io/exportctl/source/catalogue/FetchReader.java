package io.exportctl.source.catalogue;

import com.google.re2j.Pattern;
import io.exportctl.source.catalogue.FetchConfig.Files;
import io.exportctl.source.catalogue.FetchConfig.Listing;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads the section {@code fetch}. */
final class FetchReader {

  private static final java.util.regex.Pattern PLACEHOLDER =
      java.util.regex.Pattern.compile("\\{([^}]*)}");

  private FetchReader() {}

  static FetchConfig read(Section section) {
    boolean fixed = section.has("url");
    if (fixed == section.has("page")) {
      section.problem("page", "or url is needed, and not both");
    }
    URI page = uri(section, fixed ? "url" : "page");
    Optional<Pattern> link = section.pattern("link");
    if (!fixed && !section.has("link")) {
      section.problem("link", "is needed beside page");
    }
    Optional<String> address = section.text("address");
    Optional<String> storeAs = section.text("store_as");
    Map<String, Integer> groups = link.map(Pattern::namedGroups).orElse(Map.of());
    placeholders(section, "address", address, groups);
    placeholders(section, "store_as", storeAs, groups);
    Optional<DateTimeFormatter> dateFormat =
        section.text("date_format").flatMap(it -> date(section, it));
    if (dateFormat.isPresent() && !groups.containsKey("date")) {
      section.problem("date_format", "needs a group named date in link");
    }
    Listing listing = section.oneOf("list", Listing.HTML);
    FetchConfig config =
        new FetchConfig(
            page,
            fixed ? Listing.NONE : listing,
            link,
            address,
            dateFormat,
            storeAs,
            section.oneOf("files", Files.NEW),
            since(section),
            schedule(section),
            section.text("headers_secret"),
            section.number("max_mb", 1, 100_000).orElse(2048));
    section.end();
    return config;
  }

  private static URI uri(Section section, String key) {
    try {
      URI uri = new URI(section.required(key));
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The problem is the same as with another scheme.
    }
    section.problem(key, "is not an https:// address");
    return URI.create("https://invalid.invalid/");
  }

  private static void placeholders(
      Section section, String key, Optional<String> text, Map<String, Integer> groups) {
    Matcher matcher = PLACEHOLDER.matcher(text.orElse(""));
    while (matcher.find()) {
      if (!groups.containsKey(matcher.group(1))) {
        section.problem(key, "has a placeholder that is no group of link");
      }
    }
  }

  private static Optional<DateTimeFormatter> date(Section section, String format) {
    try {
      return Optional.of(
          new DateTimeFormatterBuilder()
              .appendPattern(format.replace('y', 'u'))
              .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
              .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException e) {
      section.problem("date_format", "is not a format such as yyyy-MM-dd");
      return Optional.empty();
    }
  }

  private static Optional<String> schedule(Section section) {
    Optional<String> schedule = section.text("schedule");
    if (schedule.isPresent() && !CronText.isValid(schedule.get())) {
      section.problem("schedule", "is not minute, hour, day, month and weekday, as 0 2 * * *");
    }
    return schedule;
  }

  private static Optional<LocalDate> since(Section section) {
    try {
      return section.text("since").map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      section.problem("since", "is not a date such as 2024-01-31");
      return Optional.empty();
    }
  }
}
