package io.exportctl.source.web.api;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.database.Database;
import io.exportctl.source.hawk.HawkVerifier;
import java.util.Set;

/**
 * Settings of the API's server.
 *
 * @param publicUrl without a slash at its end
 * @param readersOfAll ids of clients that may read all tables
 * @param timestampWord that the table structure has for times
 */
public record ApiServer(
    Catalogue catalogue,
    Database database,
    HawkVerifier verifier,
    RequestLog log,
    String publicUrl,
    Set<String> readersOfAll,
    int pageSize,
    String timestampWord) {

  /** Copies the set. */
  public ApiServer {
    readersOfAll = Set.copyOf(readersOfAll);
  }

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
    Health health = new Health().with("the database cannot be reached", database::isReachable);
    return start(host, port, others, health);
  }

  /**
   * Starts the server with other paths, and checks of its own.
   *
   * @param port 0 for any free one
   */
  public Server start(String host, int port, OtherPaths others, Health health) {
    Tables tables = new Tables(database, pageSize, timestampWord);
    Api api = new Api(verifier, catalogue, tables, publicUrl, readersOfAll);
    return Server.start(api, health, log, others, host, port);
  }
}
