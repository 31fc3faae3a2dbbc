package io.exportctl.source.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The PostgreSQL server that all tests of the process share. */
final class TestServer {

  private static EmbeddedPostgres shared;

  private TestServer() {}

  static synchronized EmbeddedPostgres shared() {
    if (shared == null) {
      try {
        shared =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "120")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  static void execute(String statement) throws SQLException {
    try (Connection connection = shared().getPostgresDatabase().getConnection();
        Statement it = connection.createStatement()) {
      it.execute(statement);
    }
  }
}
