package io.exportctl.source.support;

import io.exportctl.source.database.Database;
import io.exportctl.source.database.DatabaseSettings;
import io.exportctl.source.database.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for a test, with the program's tables. */
public final class TestDatabase implements AutoCloseable {

  private static final String TEMPLATE = "store_template";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static boolean hasTemplate;

  private final String name;
  private final Database database;

  private TestDatabase(String name) {
    this.name = name;
    this.database = open();
  }

  /** Creates a database whose migrations were made. */
  public static TestDatabase create() throws SQLException {
    makeTemplate();
    return create(" TEMPLATE " + TEMPLATE);
  }

  /** Creates an empty database. */
  public static TestDatabase createEmpty() throws SQLException {
    return create("");
  }

  private static TestDatabase create(String options) throws SQLException {
    String name = "test_" + NUMBER.incrementAndGet();
    TestServer.execute("CREATE DATABASE " + name + options);
    return new TestDatabase(name);
  }

  private static synchronized void makeTemplate() throws SQLException {
    if (!hasTemplate) {
      TestServer.execute("CREATE DATABASE " + TEMPLATE);
      TestDatabase template = new TestDatabase(TEMPLATE);
      new Migrations(template.database).migrate();
      template.database.close();
      hasTemplate = true;
    }
  }

  public DatabaseSettings settings() {
    return DatabaseSettings.of(url(), 12);
  }

  public String url() {
    return "jdbc:postgresql://localhost:%d/%s?user=postgres&password=postgres"
        .formatted(TestServer.shared().getPort(), name);
  }

  private Database open() {
    return Database.open(settings());
  }

  public Database database() {
    return database;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
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

  /** Drops the database, which ends all its sessions. */
  @Override
  public void close() throws SQLException {
    database.close();
    TestServer.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
