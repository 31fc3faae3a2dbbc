package io.exportctl.landing.extractor.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Finds sessions that wait for locks of this extraction. */
public final class LockWaits implements AutoCloseable {

  /** pg_locks shows every role who waits, which pg_stat_activity does not. */
  private static final String QUERY =
      """
      SELECT pid FROM (SELECT DISTINCT pid FROM pg_locks WHERE NOT granted) waiting
      WHERE pg_blocking_pids(pid) && ARRAY(
        SELECT pid FROM pg_stat_activity
        WHERE application_name = current_setting('application_name') AND usename = current_user)
      """;

  private final Connection connection;

  private LockWaits(Connection connection) {
    this.connection = connection;
  }

  public static LockWaits open(DatabaseSettings settings, String application) throws SQLException {
    return new LockWaits(settings.open(application));
  }

  /** Returns the process ids of the sessions that wait. */
  public Set<Integer> find() throws SQLException {
    Set<Integer> pids = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        pids.add(rows.getInt(1));
      }
    }
    return pids;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
