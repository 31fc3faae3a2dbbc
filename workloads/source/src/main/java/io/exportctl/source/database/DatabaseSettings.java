package io.exportctl.source.database;

import java.util.Optional;

/**
 * How PostgreSQL is reached.
 *
 * @param url of JDBC
 * @param user and password, unless the URL holds them
 * @param connections at most
 */
public record DatabaseSettings(
    String url, Optional<String> user, Optional<String> password, int connections) {

  /** Leaves out all but the size, as URLs may hold passwords. */
  @Override
  public String toString() {
    return "database with " + connections + " connections";
  }
}
