package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Chooses the files of the next load of a dataset. */
final class FileChoice {

  private final Sql sql;
  private final SourceConfig config;
  private final boolean rebuild;
  private final Set<UUID> tried;

  /**
   * Creates a choice.
   *
   * @param rebuild the current files again, even if none waits
   * @param tried files that are not chosen again
   */
  FileChoice(Sql sql, SourceConfig config, boolean rebuild, Set<UUID> tried) {
    this.sql = sql;
    this.config = config;
    this.rebuild = rebuild;
    this.tried = Set.copyOf(tried);
  }

  /**
   * Files of one load.
   *
   * @param files in their order
   * @param ignored files that the load makes superfluous
   * @param append true if they only add to the current relation
   */
  record Chosen(List<StoredFile> files, List<StoredFile> ignored, boolean append) {}

  Optional<Chosen> next() {
    List<StoredFile> pending =
        Registry.pending(sql, config).stream().filter(it -> !tried.contains(it.id())).toList();
    return config.mode() == Mode.INCREMENTAL ? incremental(pending) : whole(pending);
  }

  /** The newest file is the table; older ones that wait are superfluous. */
  private Optional<Chosen> whole(List<StoredFile> pending) {
    if (pending.isEmpty()) {
      return rebuild
          ? Versions.current(sql, config.name())
              .flatMap(it -> Registry.fileOf(sql, it.id()))
              .map(it -> new Chosen(List.of(it), List.of(), false))
          : Optional.empty();
    }
    int last = pending.size() - 1;
    if (config.mode() == Mode.SNAPSHOT) {
      // A snapshot is cheap, and each shows when rows came and went.
      return Optional.of(new Chosen(List.of(pending.get(0)), List.of(), false));
    }
    return Optional.of(new Chosen(List.of(pending.get(last)), pending.subList(0, last), false));
  }

  private Optional<Chosen> incremental(List<StoredFile> pending) {
    List<StoredFile> processed = Registry.processed(sql, config);
    Optional<Version> current = Versions.current(sql, config.name());
    boolean sameColumns =
        current.isPresent() && current.get().configHash().equals(config.rowsHash());
    if (pending.isEmpty()) {
      return (rebuild || !sameColumns) && !processed.isEmpty() && tried.isEmpty()
          ? Optional.of(new Chosen(processed, List.of(), false))
          : Optional.empty();
    }
    StoredFile next = pending.get(0);
    List<StoredFile> replaced =
        processed.stream().filter(it -> it.name().equals(next.name())).toList();
    if (sameColumns && replaced.isEmpty() && !rebuild) {
      return Optional.of(new Chosen(List.of(next), List.of(), true));
    }
    List<StoredFile> all = new ArrayList<>(processed);
    all.removeAll(replaced);
    // The file that is tried comes last, as its fault is noted for it.
    all.add(next);
    return Optional.of(new Chosen(all, replaced, false));
  }
}
