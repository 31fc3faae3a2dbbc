package io.exportctl.source.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import com.zaxxer.hikari.util.Credentials;
import io.exportctl.source.fault.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A pool of connections to PostgreSQL. */
public final class Database implements AutoCloseable {

  private static final Duration WAIT = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** Work in a transaction. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does the work; an exception rolls it back. */
    T run(Sql sql) throws SQLException;
  }

  /**
   * Opens the pool.
   *
   * @throws StoreException if the database cannot be reached
   */
  public static Database open(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    settings.user().ifPresent(config::setUsername);
    settings.password().ifPresent(config::setPassword);
    settings
        .tokens()
        .ifPresent(
            tokens ->
                config.setCredentialsProvider(() -> Credentials.of(tokens.user(), tokens.next())));
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setAutoCommit(true);
    config.addDataSourceProperty("ApplicationName", "exportctl store");
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setConnectionInitSql("set time zone 'UTC'; set datestyle to 'ISO, YMD'");
    try {
      return new Database(new HikariDataSource(config));
    } catch (PoolInitializationException e) {
      throw unreachable(e);
    } catch (RuntimeException e) {
      throw StoreException.usage(
          "STORE_DATABASE_URL is not an address such as jdbc:postgresql://host/database");
    }
  }

  private static StoreException unreachable(Exception cause) {
    return StoreException.failed(
        "database-unreachable",
        "the database cannot be reached; check STORE_DATABASE_URL and the server",
        cause);
  }

  /**
   * Does work in a transaction of its own.
   *
   * @throws StoreException if the database cannot be reached, or refuses a statement
   */
  public <T> T inTransaction(Work<T> work) {
    try {
      return jdbi.inTransaction(handle -> work.run(new Sql(handle)));
    } catch (ConnectionException e) {
      throw unreachable(e);
    } catch (SQLException | JdbiException e) {
      throw Sql.failed(e);
    }
  }

  /** True if a statement gets an answer within two seconds. */
  public boolean isReachable() {
    try {
      return inTransaction(sql -> sql.connection().isValid(2));
    } catch (StoreException e) {
      return false;
    }
  }

  /** The pool itself, for a library that makes statements of its own. */
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
