package io.exportctl.source.database;

import io.exportctl.source.fault.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Statements of a transaction. Values are bound; names in a statement are never texts from outside.
 */
public final class Sql {

  private static final int FETCHED = 200;

  private final Handle handle;

  Sql(Handle handle) {
    this.handle = handle;
  }

  /** Executes a statement, and returns the number of rows. */
  public int update(String statement, Object... values) {
    try (var update = bind(handle.createUpdate(statement), values)) {
      return update.execute();
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  public List<ResultRow> rows(String query, Object... values) {
    try (var select = bind(handle.createQuery(query), values)) {
      return select.mapToMap().map(ResultRow::new).list();
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  /** Takes rows until it has enough. */
  @FunctionalInterface
  public interface RowTaker {

    /**
     * Takes a row.
     *
     * @return false if it has enough
     */
    boolean take(ResultRow row);
  }

  /** Reads rows in turn, a few of them in memory, until the taker has enough. */
  public void forEach(String query, RowTaker taker, Object... values) {
    try (var select = bind(handle.createQuery(query), values)) {
      Iterator<Map<String, Object>> rows = select.setFetchSize(FETCHED).mapToMap().iterator();
      while (rows.hasNext()) {
        if (!taker.take(new ResultRow(rows.next()))) {
          return;
        }
      }
    } catch (JdbiException e) {
      throw failed(e);
    }
  }

  /** Returns the only row, if there is one. */
  public Optional<ResultRow> row(String query, Object... values) {
    return rows(query, values).stream().findFirst();
  }

  /** The transaction's connection, for COPY. */
  public Connection connection() {
    return handle.getConnection();
  }

  private static <T extends SqlStatement<T>> T bind(T statement, Object... values) {
    for (int i = 0; i < values.length; i++) {
      statement.bind(i, values[i]);
    }
    return statement;
  }

  /** The messages of the server may hold cells and are not passed on; the code of its error is. */
  static StoreException failed(Exception cause) {
    String state = "";
    for (Throwable it = cause; it != null; it = it.getCause()) {
      if (it instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return StoreException.failed(
        "database-error", "the database refused a statement (SQLSTATE " + state + ")", cause);
  }
}
