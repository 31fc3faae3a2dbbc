package io.exportctl.landing.extractor.support;

import io.exportctl.landing.extractor.source.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for a test, on a real server that all tests share. */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** Starts the server on first use; it ends with the process. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "40")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Creates a database in which these statements were executed. */
  public static TestDatabase create(String... statements) throws SQLException {
    String name = "test_" + NUMBER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    TestDatabase database = new TestDatabase(name);
    database.execute(statements);
    return database;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s?user=postgres&password=postgres"
            .formatted(Server.POSTGRES.getPort(), name));
  }

  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String it : statements) {
        statement.execute(it);
      }
    }
  }

  /** Returns the first column of all rows. */
  public List<String> query(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  public DatabaseSettings settings() {
    return settings("postgres");
  }

  public DatabaseSettings settings(String user) {
    return new DatabaseSettings(
        "localhost",
        Server.POSTGRES.getPort(),
        name,
        user,
        "postgres",
        "disable",
        Optional.empty());
  }

  public String name() {
    return name;
  }

  /** Drops the database, which ends all its sessions. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
  }
}
