package io.exportctl.landing.extractor.source;

import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.format.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The session that locks the tables and then keeps the snapshot that all sessions read. */
public final class Coordinator implements AutoCloseable {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Connection connection;

  private Coordinator(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the session.
   *
   * @param again true if the lock of an earlier session of this program may not be free yet
   * @throws ExtractionException if the same dataset is being extracted already, or the database's
   *     encoding is unknown
   */
  public static Coordinator open(DatabaseSettings settings, String dataset, boolean again)
      throws SQLException {
    Connection connection = settings.open(application(dataset));
    try {
      if (first(connection, "SHOW server_encoding").equals("SQL_ASCII")) {
        throw ExtractionException.usage(
            "the database has the encoding SQL_ASCII, so the encoding of its texts is not known");
      }
      if (!reserve(connection, dataset, again)) {
        throw ExtractionException.gaveWay(
            "another extraction of \"%s\" is running".formatted(dataset));
      }
      return new Coordinator(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Takes the dataset's lock; returns false if somebody else has it. */
  private static boolean reserve(Connection connection, String dataset, boolean again)
      throws SQLException {
    String arguments = "(hashtext('exportctl-extractor'), hashtext(?))";
    if (again) {
      try (PreparedStatement lock =
          connection.prepareStatement("SELECT pg_advisory_lock" + arguments)) {
        lock.setString(1, dataset);
        lock.execute();
        return true;
      } catch (SQLException e) {
        if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          return false;
        }
        throw e;
      }
    }
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_lock" + arguments)) {
      lock.setString(1, dataset);
      return isTrue(lock);
    }
  }

  /** Name of all sessions of an extraction in pg_stat_activity. */
  public static String application(String dataset) {
    return "exportctl-extractor/" + dataset;
  }

  public Connection connection() {
    return connection;
  }

  /**
   * Locks all tables against changes of their structure, and against TRUNCATE. This comes before
   * the snapshot: a table that is truncated after a snapshot looks empty in it, without any error.
   *
   * @param time to wait for each
   * @throws ExtractionException if a table cannot be locked in time
   */
  public void lock(Catalogue catalogue, Duration time) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      statement.execute("SET LOCAL lock_timeout = " + time.toMillis());
      for (SourceTable table : catalogue.tables()) {
        if (table.kind().equals("materialized_view") || table.kind().equals("foreign_table")) {
          // LOCK TABLE refuses these.
          continue;
        }
        lock(statement, table, time);
      }
    }
  }

  private static void lock(Statement statement, SourceTable table, Duration time)
      throws SQLException {
    try {
      statement.execute("LOCK TABLE " + table.quoted() + " IN ACCESS SHARE MODE");
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw ExtractionException.gaveWay(
            "table \"%s\" could not be locked within %d ms: somebody is changing it"
                .formatted(table.title(), time.toMillis()));
      }
      throw e;
    }
  }

  /** Takes the snapshot; it lasts until {@link #unlock} or the end of the session. */
  public ExportedSnapshot snapshot() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT pg_export_snapshot(),
                  to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                  CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
                    ELSE pg_current_wal_lsn() END::text,
                  current_setting('server_version'), pg_is_in_recovery()
                """)) {
      row.next();
      String version = row.getString(4).split(" ", 2)[0];
      Snapshot snapshot =
          new Snapshot(row.getString(2), row.getString(3), version, row.getBoolean(5));
      return new ExportedSnapshot(row.getString(1), snapshot);
    }
  }

  public void unlock() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    }
  }

  /**
   * Ends the session. The dataset's lock is free afterwards: a next extraction may begin at once.
   */
  @Override
  public void close() {
    // The server frees the locks of a closed connection only a moment later.
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      statement.execute("SELECT pg_advisory_unlock_all()");
    } catch (SQLException lost) {
      // A lost session holds no lock.
    }
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isTrue(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
