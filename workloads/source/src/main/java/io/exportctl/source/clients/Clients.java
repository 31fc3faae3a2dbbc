package io.exportctl.source.clients;

import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.hawk.HawkVerifier;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The clients of the API, whose keys are sealed in the database. */
public final class Clients implements HawkVerifier.Keys {

  private static final int KEY_BYTES = 32;
  private static final int SHORTEST_KEY = 16;

  private final Database database;
  private final Seal seal;
  private final SecureRandom random;

  public Clients(Database database, Seal seal, SecureRandom random) {
    this.database = database;
    this.seal = seal;
    this.random = random;
  }

  @Override
  public Optional<String> find(String client) {
    return database
        .inTransaction(
            sql ->
                sql.row(
                    "select sealed_key from operations.hawk_client"
                        + " where id = ? and disabled_at is null",
                    client))
        .flatMap(row -> seal.open(client, row.bytes("sealed_key")));
  }

  /** Makes a key of 32 random bytes, as text. */
  public String makeKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /**
   * Adds a client.
   *
   * @throws StoreException if the id is taken or not fit, or the key is too short
   */
  public void add(String id, String key, String description) {
    addAll(List.of(new NewClient(id, key, description)));
  }

  /** A client that is to be added. */
  public record NewClient(String id, String key, String description) {

    /** Leaves out the key. */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Adds clients, all or none.
   *
   * @throws StoreException if an id is taken or not fit, or a key is too short
   */
  public void addAll(List<NewClient> clients) {
    clients.forEach(it -> check(it.id(), it.key()));
    database.inTransaction(
        sql -> {
          clients.forEach(it -> add(sql, it));
          return true;
        });
  }

  private void add(Sql sql, NewClient client) {
    int added =
        sql.update(
            "insert into operations.hawk_client (id, sealed_key, algorithm, description)"
                + " values (?, ?, 'sha256', ?) on conflict do nothing",
            client.id(),
            seal.seal(client.id(), client.key()),
            client.description());
    if (added == 0) {
      throw StoreException.usage(
          "there is a client \""
              + client.id()
              + "\" already; \"store client rotate\" gives it another key");
    }
    audited(sql, "client add", client.id(), added);
  }

  /**
   * Gives a client another key, and enables it.
   *
   * @throws StoreException if there is none of this id
   */
  public void rotate(String id, String key) {
    check(id, key);
    change(
        "client rotate",
        id,
        "update operations.hawk_client set sealed_key = ?, disabled_at = null where id = ?",
        seal.seal(id, key),
        id);
  }

  /**
   * Disables a client.
   *
   * @throws StoreException if there is none of this id
   */
  public void disable(String id) {
    change(
        "client disable",
        id,
        "update operations.hawk_client set disabled_at = now() where id = ?",
        id);
  }

  private void change(String action, String id, String statement, Object... values) {
    int changed =
        database.inTransaction(sql -> audited(sql, action, id, sql.update(statement, values)));
    if (changed == 0) {
      throw StoreException.usage("there is no client \"" + id + "\"");
    }
  }

  private static int audited(Sql sql, String action, String id, int changed) {
    if (changed > 0) {
      sql.update(
          "insert into operations.audit (actor, action, subject) values (current_user, ?, ?)",
          action,
          id);
    }
    return changed;
  }

  private static void check(String id, String key) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")) {
      throw StoreException.usage("a client's id is of letters, digits, \"_\", \".\" and \"-\"");
    }
    if (key.length() < SHORTEST_KEY) {
      throw StoreException.usage(
          "the key of \"" + id + "\" has fewer than 16 characters; \"store client add\" makes one");
    }
  }

  /** Returns the clients, a line each. */
  public List<String> list() {
    return database
        .inTransaction(
            sql ->
                sql.rows(
                    "select id, description, disabled_at is not null as disabled, sealed_key"
                        + " from operations.hawk_client order by id"))
        .stream()
        .map(this::line)
        .toList();
  }

  private String line(ResultRow row) {
    String id = row.text("id");
    String state =
        row.truth("disabled")
            ? "disabled"
            : seal.open(id, row.bytes("sealed_key")).isPresent()
                ? "enabled"
                : "sealed with another STORE_KEY; rotate it";
    return id + ", " + state + ": " + row.text("description");
  }
}
