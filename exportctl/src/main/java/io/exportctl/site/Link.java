package io.exportctl.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that leads somewhere.
 *
 * @param href address; empty for a text that is no address, or one that a page must not offer
 * @param isPage true if the address is a page of the site, from its root
 */
public record Link(String text, Optional<String> href, boolean isPage) {

  /** Returns a link to a page of the site. */
  static Link page(String text, String page) {
    return new Link(text, Optional.of(page), true);
  }

  /** Returns a link to the outside if the text is an address of the web, else the text alone. */
  static Link outside(String text) {
    return new Link(text, host(text).map(host -> text), false);
  }

  /** Returns the host of an address with http or https; empty for any other text. */
  static Optional<String> host(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return scheme.equals("https") || scheme.equals("http")
          ? Optional.ofNullable(address.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
