package io.exportctl.source.fetch;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.fault.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Addresses that the fetch of one source may go to: HTTPS, on ports that its file names. */
final class Addresses {

  private static final int HTTPS = 443;
  private static final int LONGEST_SHOWN = 200;

  private final Set<String> named;
  private final Set<Integer> ports;

  private Addresses(Set<String> named, Set<Integer> ports) {
    this.named = Set.copyOf(named);
    this.ports = Set.copyOf(ports);
  }

  static Addresses of(FetchConfig fetch) {
    Set<String> named = new HashSet<>();
    Set<Integer> ports = new HashSet<>(Set.of(HTTPS));
    named.add(origin(fetch.page()));
    ports.add(port(fetch.page()));
    fetch
        .address()
        .ifPresent(
            template -> {
              String start = template.replaceFirst("(?s)^(https://[^/?#{}]*)(?![^/?#]).*", "$1");
              try {
                URI uri = new URI(start);
                if (uri.getHost() != null) {
                  named.add(origin(uri));
                  ports.add(port(uri));
                }
              } catch (URISyntaxException e) {
                // The host depends on the link, so that the file does not name it.
              }
            });
    return new Addresses(named, ports);
  }

  /**
   * Checks an address from outside.
   *
   * @throws StoreException if it is not one that may be asked
   */
  URI check(URI address) {
    boolean fine =
        "https".equalsIgnoreCase(address.getScheme())
            && address.getHost() != null
            && address.getRawUserInfo() == null
            && ports.contains(port(address));
    if (!fine) {
      throw StoreException.failed(
          "unsafe-address",
          "the address " + shown(address) + " is not https:// on a port that the source names");
    }
    return address;
  }

  /** True if the source's file itself names the host, which may therefore see its headers. */
  boolean isNamed(URI address) {
    return named.contains(origin(address));
  }

  /** The address for a message, without its query, which may hold a token. */
  static String shown(URI address) {
    String text = address.toString().replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
    return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? HTTPS : address.getPort();
  }

  private static String origin(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT) + ":" + port(address);
  }
}
