package io.exportctl.collection.key;

import java.net.URI;

/**
 * Keys opened by a <a href="https://github.com/dwp/data-key-service">data key service</a>.
 *
 * @param url of the action that decrypts a key, with https
 * @param identity where our certificate is
 * @param correlationId a name of this run that the service logs with each request
 */
public record HttpKeySettings(URI url, IdentitySource identity, String correlationId)
    implements KeySettings {

  private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException if the URL does not begin with https
   */
  public HttpKeySettings {
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "the key service's URL \"" + url + "\" does not begin with https:// and a host");
    }
  }
}
