package io.exportctl.source.web.page;

import java.net.URI;
import java.util.Locale;

/** The origin of an address, as browsers write it. */
public final class Origin {

  private Origin() {}

  /** Returns scheme, host and port; the port only if it is not the scheme's usual one. */
  public static String of(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean hasPort = address.getPort() >= 0 && address.getPort() != usual;
    return scheme
        + "://"
        + address.getHost().toLowerCase(Locale.ROOT)
        + (hasPort ? ":" + address.getPort() : "");
  }
}
