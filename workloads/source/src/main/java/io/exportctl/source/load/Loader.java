package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.csv.RejectedRows;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Loads the files of a source that wait for it: each in one transaction, all or nothing. */
public final class Loader {

  private final Database database;
  private final ObjectStore objects;
  private final Path temporary;
  private final Halt halt;

  /**
   * Creates a loader.
   *
   * @param temporary folder for unpacked files
   */
  public Loader(Database database, ObjectStore objects, Path temporary, Halt halt) {
    this.database = database;
    this.objects = objects;
    this.temporary = temporary;
    this.halt = halt;
  }

  /**
   * Wishes of the caller.
   *
   * @param rebuild all files again, into a new relation
   * @param mendHeaders takes the proposed names of columns
   */
  public record Request(boolean rebuild, boolean mendHeaders) {

    public static final Request USUAL = new Request(false, false);
  }

  /**
   * Loads what waits. A file that fails does not stop later ones.
   *
   * @return an outcome for each file
   * @throws StoreException if the dataset is being loaded already, or the database is gone
   */
  public List<Outcome> load(SourceConfig config, Request request) {
    database.inTransaction(
        sql -> {
          Registry.ensure(sql, config);
          return true;
        });
    List<Outcome> outcomes = new ArrayList<>();
    Set<UUID> tried = new HashSet<>();
    boolean rebuild = request.rebuild();
    for (Optional<Attempt> next = attempt(config, request, rebuild, tried);
        next.isPresent();
        next = attempt(config, request, false, tried)) {
      halt.after("commit");
      Attempt attempt = next.get();
      tried.add(attempt.file().id());
      outcomes.add(attempt.outcome());
      rebuild = false;
    }
    return outcomes;
  }

  /** A file and what became of it. */
  private record Attempt(StoredFile file, Outcome outcome) {}

  private Optional<Attempt> attempt(
      SourceConfig config, Request request, boolean rebuild, Set<UUID> tried) {
    List<StoredFile> chosen = new ArrayList<>();
    try {
      return database.inTransaction(
          sql -> {
            lock(sql, config.name());
            FileChoice choice = new FileChoice(sql, config, rebuild, tried);
            Optional<FileChoice.Chosen> next = choice.next();
            if (next.isEmpty()) {
              return Optional.<Attempt>empty();
            }
            chosen.addAll(next.get().files());
            return Optional.of(run(sql, config, request, next.get()));
          });
    } catch (StoreException e) {
      if (chosen.isEmpty()) {
        throw e;
      }
      StoredFile file = chosen.get(chosen.size() - 1);
      database.inTransaction(
          sql -> {
            Registry.fail(sql, config, file, e.fault());
            return true;
          });
      return Optional.of(new Attempt(file, Outcome.failed(file.name(), e)));
    }
  }

  static void lock(Sql sql, String dataset) {
    boolean locked =
        sql.row("select pg_try_advisory_xact_lock(hashtextextended(?, 18)) as locked", dataset)
            .orElseThrow()
            .truth("locked");
    if (!locked) {
      throw StoreException.failed(
          "load-running", "the dataset \"" + dataset + "\" is being loaded; try again later");
    }
    sql.update("set local statement_timeout = '2h'");
  }

  private Attempt run(Sql sql, SourceConfig config, Request request, FileChoice.Chosen chosen)
      throws SQLException {
    List<OpenedFile> opened = new ArrayList<>();
    try {
      Path aside = Files.createTempFile(temporary, "rejected", ".csv");
      try (RejectedRows rejected = RejectedRows.create(aside)) {
        for (StoredFile file : chosen.files()) {
          opened.add(OpenedFile.open(objects, config, file, temporary));
        }
        halt.after("open");
        LoadContext context = context(sql, config, request, opened);
        LoadContext.Counts counts = copy(context, chosen.append(), rejected);
        context.expect(counts.rows());
        context.finish(counts, rejected);
        chosen.ignored().forEach(it -> Registry.setState(sql, it, "ignored"));
        rejected.flush();
        context.keepRejected(objects, aside, rejected);
        halt.after("swap");
        StoredFile last = context.lastFile();
        return new Attempt(
            last, Outcome.loaded(last.name(), context.load(), counts, rejected.count()));
      } finally {
        Files.deleteIfExists(aside);
        for (OpenedFile file : opened) {
          file.close();
        }
      }
    } catch (IOException e) {
      throw StoreException.failed(
          "storage-failed", "a stored file could not be read; try again", e);
    }
  }

  private LoadContext context(
      Sql sql, SourceConfig config, Request request, List<OpenedFile> opened) throws IOException {
    List<ColumnConfig> columns = FileRows.columns(config, opened.get(0), request.mendHeaders());
    StoredFile last = opened.get(opened.size() - 1).file();
    long load = LoadContext.begin(sql, config, last);
    return new LoadContext(
        sql,
        config,
        Versions.current(sql, config.name()),
        List.copyOf(opened),
        columns,
        load,
        halt);
  }

  private static LoadContext.Counts copy(LoadContext context, boolean append, RejectedRows rejected)
      throws IOException, SQLException {
    if (context.config().mode() == Mode.SNAPSHOT) {
      return new SnapshotLoad(context, rejected).run();
    }
    return append
        ? new AppendLoad(context, rejected).run()
        : new TableLoad(context, rejected).run();
  }
}
