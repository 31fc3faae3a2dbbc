package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for changes of what {@code validate} reads in a workspace: datasets and schemas. */
public final class FileEvents implements AutoCloseable {

  /** How long it must be quiet until a burst is over, such as an editor's save or a checkout. */
  private static final long QUIET_MILLISECONDS = 10;

  /** A burst is cut off after so many looks: somebody waits for the result. */
  private static final int LONGEST_BURST = 50;

  private final Workspace workspace;
  private final WatchService service;

  private FileEvents(Workspace workspace, WatchService service) {
    this.workspace = workspace;
    this.service = service;
  }

  /** From here on nothing is missed. */
  public static FileEvents of(Workspace workspace) {
    try {
      FileEvents events =
          new FileEvents(workspace, workspace.root().getFileSystem().newWatchService());
      events.watchAll();
      return events;
    } catch (IOException e) {
      throw ExportctlException.of("cannot watch " + workspace.root(), e);
    }
  }

  /**
   * Waits for a change, and for the end of the burst that it belongs to.
   *
   * @throws ExportctlException if the workspace is gone
   */
  public void await() throws InterruptedException {
    Set<Path> changed = new TreeSet<>();
    while (changed.isEmpty()) {
      collect(service.take(), changed);
      for (int burst = 1; burst < LONGEST_BURST; burst++) {
        WatchKey more = service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (more == null) {
          break;
        }
        collect(more, changed);
      }
      changed.removeIf(path -> !isRead(path));
      // Folders that are new.
      watchAll();
    }
  }

  /** A key that is taken and not reset would never be heard of again. */
  private static void collect(WatchKey key, Set<Path> changed) {
    Path folder = (Path) key.watchable();
    key.pollEvents().forEach(event -> changed.add(pathOf(folder, event)));
    key.reset();
  }

  /** Where the system lost count, anything in the folder may have changed. */
  private static Path pathOf(Path folder, WatchEvent<?> event) {
    return event.context() instanceof Path name ? folder.resolve(name) : folder;
  }

  private boolean isRead(Path path) {
    return Stream.of(workspace.datasets(), workspace.schema())
        .anyMatch(folder -> path.startsWith(folder) || folder.startsWith(path));
  }

  /** Each folder before what is in it, so that none is made unseen. */
  private void watchAll() {
    if (!watch(workspace.root())) {
      throw new ExportctlException(workspace.root() + " is gone; there is nothing left to watch");
    }
    watch(workspace.schema());
    if (watch(workspace.datasets())) {
      try (Stream<Path> inside = Files.list(workspace.datasets())) {
        inside.filter(Files::isDirectory).forEach(this::watch);
      } catch (IOException e) {
        throw ExportctlException.of("cannot list " + workspace.datasets(), e);
      }
    }
  }

  /** Whether there is such a folder; the same folder may be watched twice, to no effect. */
  private boolean watch(Path folder) {
    try {
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return true;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return false;
    } catch (IOException e) {
      throw ExportctlException.of("cannot watch " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw ExportctlException.of("cannot stop watching", e);
    }
  }
}
