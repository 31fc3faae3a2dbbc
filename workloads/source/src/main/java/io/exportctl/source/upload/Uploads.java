package io.exportctl.source.upload;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.Sql;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.Choice;
import io.exportctl.source.load.ConfirmedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of uploads. Each change names the state that it starts from, so that it happens once.
 */
public final class Uploads {

  private final Database database;

  public Uploads(Database database) {
    this.database = database;
  }

  /** A stored file that nobody confirmed yet. */
  record Draft(String key, String fileName, long size, String hash, Findings findings) {}

  UUID create(SourceConfig config, Person person, Draft draft) {
    return database.inTransaction(
        sql -> {
          Arrivals.ensure(sql, config);
          UUID id =
              sql.row(
                      "insert into operations.upload (dataset, state, file_name, object_key,"
                          + " size_bytes, sha256, by_subject, by_name, findings, chosen)"
                          + " values (?, 'uploaded', ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)"
                          + " returning id",
                      config.name(),
                      draft.fileName(),
                      draft.key(),
                      draft.size(),
                      draft.hash(),
                      person.subject(),
                      person.name(),
                      FindingsJson.write(draft.findings()),
                      Choice.NONE.json())
                  .orElseThrow()
                  .uuid("id");
          audit(sql, person, "upload", config.name() + " " + id);
          return id;
        });
  }

  /** Finds an upload of a source. */
  public Optional<Upload> find(String dataset, UUID id) {
    return database.inTransaction(
        sql ->
            sql.row(Upload.SELECT + "where u.id = ? and u.dataset = ?", id, dataset)
                .map(Upload::from));
  }

  /** Finds an upload of any source. */
  public Optional<Upload> find(UUID id) {
    return database.inTransaction(
        sql -> sql.row(Upload.SELECT + "where u.id = ?", id).map(Upload::from));
  }

  /** Uploads of a source that have not ended, the newest first. */
  public List<Upload> open(String dataset) {
    return database.inTransaction(
        sql ->
            sql
                .rows(
                    Upload.SELECT
                        + "where u.dataset = ? and u.state in"
                        + " ('uploaded', 'verified', 'processing_dss') order by u.created_at desc",
                    dataset)
                .stream()
                .map(Upload::from)
                .toList());
  }

  /** Names of the people who uploaded versions of a source, by version. */
  public Map<Long, String> authors(String dataset) {
    return database.inTransaction(
        sql ->
            sql
                .rows(
                    "select load_id, by_name from operations.upload"
                        + " where dataset = ? and load_id is not null order by created_at",
                    dataset)
                .stream()
                .collect(
                    Collectors.toMap(
                        it -> it.number("load_id"), it -> it.text("by_name"), (a, b) -> b)));
  }

  /**
   * Notes what another reading found.
   *
   * @return false if the upload is in another state or was read again meanwhile
   */
  boolean reread(Upload upload, Choice choice, Findings findings) {
    return 1
        == database.inTransaction(
            sql ->
                sql.update(
                    "update operations.upload set findings = ?::jsonb, chosen = ?::jsonb,"
                        + " revision = revision + 1, updated_at = now()"
                        + " where id = ? and state = 'uploaded' and revision = ?",
                    FindingsJson.write(findings),
                    choice.json(),
                    upload.id(),
                    upload.revision()));
  }

  /**
   * Confirms an upload: its file waits for the load.
   *
   * @return false if it was confirmed, discarded or read again meanwhile
   */
  boolean confirm(SourceConfig config, Upload upload, Choice choice, Person person, Queue queue) {
    return database.inTransaction(
        sql -> {
          int moved =
              sql.update(
                  "update operations.upload set state = 'verified', chosen = ?::jsonb,"
                      + " updated_at = now()"
                      + " where id = ? and state = 'uploaded' and revision = ?",
                  choice.json(),
                  upload.id(),
                  upload.revision());
          if (moved == 0) {
            return false;
          }
          UUID file =
              new ConfirmedFile(
                      upload.objectKey(), upload.fileName(), upload.sha256(), upload.size(), choice)
                  .register(sql, config);
          sql.update("update operations.upload set file_id = ? where id = ?", file, upload.id());
          audit(sql, person, "confirm", config.name() + " " + upload.id());
          queue.add(sql, upload.id());
          return true;
        });
  }

  /** Takes the loads of confirmed uploads. */
  @FunctionalInterface
  public interface Queue {

    /** Adds an upload in the transaction that confirms it. */
    void add(Sql sql, UUID upload);
  }

  /** Discards an upload that nobody confirmed; false if it is in another state. */
  boolean discard(Upload upload, Person person) {
    return database.inTransaction(
        sql -> {
          audit(sql, person, "discard", upload.dataset() + " " + upload.id());
          return 1
              == sql.update(
                  "update operations.upload set state = 'discarded', findings = null,"
                      + " updated_at = now() where id = ? and state = 'uploaded'",
                  upload.id());
        });
  }

  private static void audit(Sql sql, Person person, String action, String subject) {
    sql.update(
        "insert into operations.audit (actor, action, subject) values (?, ?, ?)",
        person.subject(),
        action,
        subject);
  }
}
