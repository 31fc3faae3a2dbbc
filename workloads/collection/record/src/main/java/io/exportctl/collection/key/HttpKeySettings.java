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
}
