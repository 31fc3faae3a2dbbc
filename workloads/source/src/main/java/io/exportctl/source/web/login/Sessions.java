package io.exportctl.source.web.login;

import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.text.Json;
import io.exportctl.source.upload.Person;
import io.exportctl.source.web.page.Pages.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Sessions and sign-ins that wait, in the database; ids only as hashes. */
final class Sessions {

  private static final String ALIVE =
      "seen_at > now() - interval '1 hour' and created_at > now() - interval '8 hours'";
  private static final String FRESH = "created_at > now() - interval '15 minutes'";

  private final Database database;
  private final Tokens tokens;

  Sessions(Database database, Tokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  /** Begins a session, and returns its id. */
  String begin(Person person) {
    String id = tokens.make();
    database.inTransaction(
        sql -> {
          sql.update("delete from operations.session where not (" + ALIVE + ")");
          sql.update(
              "insert into operations.session (id_hash, subject, name, email, groups, csrf)"
                  + " values (?, ?, ?, ?, ?::jsonb, ?)",
              Tokens.hash(id),
              person.subject(),
              person.name(),
              person.email(),
              Json.write(person.groups()),
              tokens.make());
          return sql.update(
              "insert into operations.audit (actor, action, subject) values (?, 'login', ?)",
              person.subject(),
              "");
        });
    return id;
  }

  /** Finds the session of an id that is alive, and notes that it was used. */
  Optional<Viewer> find(String id) {
    return database
        .inTransaction(
            sql ->
                sql.row(
                    "update operations.session set seen_at = now() where id_hash = ? and "
                        + ALIVE
                        + " returning subject, name, email, groups::text as groups, csrf",
                    Tokens.hash(id)))
        .map(Sessions::viewer);
  }

  private static Viewer viewer(ResultRow row) {
    try {
      List<?> groups = (List<?>) Json.read("{\"groups\":" + row.text("groups") + "}").get("groups");
      Person person =
          new Person(
              row.text("subject"),
              row.text("name"),
              row.findText("email"),
              groups.stream().map(Object::toString).toList());
      return new Viewer(person, row.text("csrf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end(String id) {
    database.inTransaction(
        sql -> sql.update("delete from operations.session where id_hash = ?", Tokens.hash(id)));
  }

  /** A new sign-in, with the id that the browser keeps. */
  record Begun(String id, Attempt attempt) {

    /** Leaves out all, which is secret. */
    @Override
    public String toString() {
      return "sign-in";
    }
  }

  Begun beginLogin(String next) {
    String id = tokens.make();
    Attempt attempt = new Attempt(tokens.make(), tokens.make(), tokens.make(), next);
    database.inTransaction(
        sql -> {
          sql.update("delete from operations.login_attempt where not (" + FRESH + ")");
          return sql.update(
              "insert into operations.login_attempt (id_hash, state, nonce, verifier, next)"
                  + " values (?, ?, ?, ?, ?)",
              Tokens.hash(id),
              attempt.state(),
              attempt.nonce(),
              attempt.verifier(),
              attempt.next());
        });
    return new Begun(id, attempt);
  }

  /** Takes a sign-in that waits, once. */
  Optional<Attempt> takeLogin(String id) {
    return database
        .inTransaction(
            sql ->
                sql.row(
                    "delete from operations.login_attempt where id_hash = ? and "
                        + FRESH
                        + " returning state, nonce, verifier, next",
                    Tokens.hash(id)))
        .map(
            row ->
                new Attempt(
                    row.text("state"), row.text("nonce"), row.text("verifier"), row.text("next")));
  }
}
