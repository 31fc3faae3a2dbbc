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

/** Waits for changes of the files that {@code validate} reads: datasets and schemas. */
public final class FileEvents implements AutoCloseable {

  /** Quiet time after which a burst of events is over, such as an editor's save or a checkout. */
  private static final long QUIET_MILLISECONDS = 10;

  /** Most polls in one burst, so that the result does not wait for an endless one. */
  private static final int LONGEST_BURST = 50;

  private final Workspace workspace;
  private final WatchService service;

  private FileEvents(Workspace workspace, WatchService service) {
    this.workspace = workspace;
    this.service = service;
  }

  /** Starts to watch a workspace; no later change is missed. */
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
      // Watch new folders too.
      watchAll();
    }
  }

  /** Collects the changed paths; a key must be reset to be signalled again. */
  private static void collect(WatchKey key, Set<Path> changed) {
    Path folder = (Path) key.watchable();
    key.pollEvents().forEach(event -> changed.add(pathOf(folder, event)));
    key.reset();
  }

  /** Returns the changed path; after an overflow the folder, as anything in it may have changed. */
  private static Path pathOf(Path folder, WatchEvent<?> event) {
    return event.context() instanceof Path name ? folder.resolve(name) : folder;
  }

  private boolean isRead(Path path) {
    return Stream.of(workspace.datasets(), workspace.schema())
        .anyMatch(folder -> path.startsWith(folder) || folder.startsWith(path));
  }

  /** Watches each folder before it lists its subfolders, so that a new one is not missed. */
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

  /** Watches a folder, again without effect; returns false if the folder does not exist. */
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
