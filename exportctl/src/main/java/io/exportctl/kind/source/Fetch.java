package io.exportctl.kind.source;

import io.exportctl.dataset.Fields;
import java.util.Optional;

/**
 * Place that the files of a source are fetched from.
 *
 * @param address a page that links to the files, or the only file
 * @param isPage true for a page
 * @param schedule times in UTC as cron writes them; empty for once a day
 * @param headersSecret entry in Secrets Manager with the request headers
 */
public record Fetch(
    String address, boolean isPage, Optional<String> schedule, Optional<String> headersSecret) {

  static Fetch from(Fields fields) {
    Optional<String> page = fields.optionalText("page");
    return new Fetch(
        page.orElseGet(() -> fields.text("url")),
        page.isPresent(),
        fields.optionalText("schedule"),
        fields.optionalText("headers_secret"));
  }

  /** Returns the times of the fetch, for a person. */
  public String times() {
    return schedule.map(cron -> cron + " (UTC)").orElse("once a day");
  }
}
