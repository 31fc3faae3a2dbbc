package io.exportctl.landing.extractor.support;

import io.exportctl.landing.extractor.source.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for a test, on a real server. */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestServer server;
  private final String name;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Creates a database in which these statements were executed. */
  public static TestDatabase create(String... statements) throws SQLException {
    return create(TestServer.shared(TestServer.USUAL), statements);
  }

  public static TestDatabase create(TestServer server, String... statements) throws SQLException {
    return createAs(server, "", statements);
  }

  /**
   * Creates a database in which these statements were executed.
   *
   * @param options of CREATE DATABASE
   */
  public static TestDatabase createAs(TestServer server, String options, String... statements)
      throws SQLException {
    String name = "test_" + NUMBER.incrementAndGet();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " " + options);
    }
    TestDatabase database = new TestDatabase(server, name);
    database.execute(statements);
    return database;
  }

  /** Returns the same database on another server, such as a standby. */
  public TestDatabase on(TestServer other) {
    return new TestDatabase(other, name);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:%d/%s?user=postgres&password=postgres"
            .formatted(server.port(), name));
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
        "localhost", server.port(), name, user, "postgres", "disable", Optional.empty());
  }

  /** Settings of a server that is never asked. */
  public static DatabaseSettings nowhere() {
    return new DatabaseSettings("localhost", 1, "x", "x", "", "disable", Optional.empty());
  }

  public String name() {
    return name;
  }

  /** Drops the database, which ends all its sessions. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
  }
}
