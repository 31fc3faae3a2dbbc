package io.exportctl.source.database;

import java.util.Optional;

/**
 * Settings of the connections to PostgreSQL.
 *
 * @param url of JDBC
 * @param user and password, unless the URL holds them
 * @param tokens that stand in for the password
 * @param connections at most
 */
public record DatabaseSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    Optional<IamTokens> tokens,
    int connections) {

  /** Returns settings with a URL that holds all that a sign-in needs. */
  public static DatabaseSettings of(String url, int connections) {
    return new DatabaseSettings(
        url, Optional.empty(), Optional.empty(), Optional.empty(), connections);
  }

  /** Leaves out all but the size, as URLs may hold passwords. */
  @Override
  public String toString() {
    return "database with " + connections + " connections";
  }
}
