package io.exportctl.landing.extractor.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database to read, by the names of libpq's variables.
 *
 * @param sslMode as libpq has it
 * @param rootCertificate path of a file of certificates
 */
public record DatabaseSettings(
    String host,
    int port,
    String database,
    String user,
    String password,
    String sslMode,
    Optional<String> rootCertificate) {

  private static final int CONNECT_SECONDS = 10;

  /**
   * Settings of every session. Values are printed the same everywhere, no name is looked up in a
   * schema that somebody else may write to, row-level security is an error instead of fewer rows,
   * and rows come in the order of the file.
   */
  private static final String SESSION =
      """
      SET TimeZone = 'UTC';
      SET DateStyle = 'ISO';
      SET IntervalStyle = 'iso_8601';
      SET extra_float_digits = 1;
      SET bytea_output = 'hex';
      SET search_path = '';
      SET row_security = off;
      SET synchronize_seqscans = off;
      SET max_parallel_workers_per_gather = 0;
      SET statement_timeout = 0;
      SET idle_in_transaction_session_timeout = 0;
      SET lock_timeout = '10s'
      """;

  /**
   * Opens a session.
   *
   * @param application its name in the server's pg_stat_activity
   */
  public Connection open(String application) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setSslMode(sslMode);
    rootCertificate.ifPresent(source::setSslRootCert);
    source.setApplicationName(application);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    // Details can hold values of a row.
    source.setLogServerErrorDetail(false);
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(SESSION);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "%s@%s:%d/%s".formatted(user, host, port, database);
  }
}
