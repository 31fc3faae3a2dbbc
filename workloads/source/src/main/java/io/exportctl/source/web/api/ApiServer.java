package io.exportctl.source.web.api;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.database.Database;
import io.exportctl.source.hawk.HawkVerifier;

/**
 * Settings of the API's server.
 *
 * @param publicUrl without a slash at its end
 * @param timestampWord that the table structure has for times
 */
public record ApiServer(
    Catalogue catalogue,
    Database database,
    HawkVerifier verifier,
    RequestLog log,
    String publicUrl,
    int pageSize,
    String timestampWord) {

  /**
   * Starts the server.
   *
   * @param port 0 for any free one
   */
  public Server start(String host, int port) {
    return start(host, port, OtherPaths.NONE);
  }

  /**
   * Starts the server with other paths besides the API's.
   *
   * @param port 0 for any free one
   */
  public Server start(String host, int port, OtherPaths others) {
    Tables tables = new Tables(database, pageSize, timestampWord);
    Api api = new Api(verifier, catalogue, tables, publicUrl);
    return Server.start(api, database, log, others, host, port);
  }
}
