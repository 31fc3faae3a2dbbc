package io.exportctl.workspace;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Lock that lets one command at a time write in a workspace. The operating system releases it when
 * the process ends, even a killed one.
 */
public final class WorkspaceLock {

  /** Time that a command waits for another one that writes. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Folder of the lock's file in the workspace, which git ignores. */
  private static final String FOLDER = ".exportctl";

  /** Milliseconds between two attempts. */
  private static final long PAUSE = 50;

  private final Optional<FileChannel> file;

  private WorkspaceLock(Optional<FileChannel> file) {
    this.file = file;
  }

  /**
   * Takes the lock, and removes the temporary files that a killed run left in {@code datasets/}. A
   * workspace that cannot be written needs no lock.
   *
   * @param longest maximum time to wait for another command
   * @param waiting called once if another command has the lock
   * @throws ExportctlException if the other command does not end in time
   */
  public static WorkspaceLock take(Workspace workspace, Duration longest, Runnable waiting) {
    if (!Files.isWritable(workspace.root())) {
      return new WorkspaceLock(Optional.empty());
    }
    try {
      FileChannel channel = open(workspace.root().resolve(FOLDER));
      if (!lock(channel, longest, waiting)) {
        channel.close();
        throw new ExportctlException(
            "another exportctl has been writing in this workspace for %d seconds; end it, or run the"
                    .formatted(longest.toSeconds())
                + " command again");
      }
      new Leftovers(workspace).remove();
      return new WorkspaceLock(Optional.of(channel));
    } catch (IOException e) {
      throw ExportctlException.of("cannot lock " + workspace.display(workspace.root()), e);
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      Files.writeString(folder.resolve(".gitignore"), "*\n");
    } catch (FileAlreadyExistsException e) {
      // An earlier run made it.
    }
    return FileChannel.open(
        folder.resolve("lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean lock(FileChannel channel, Duration longest, Runnable waiting)
      throws IOException {
    if (isLocked(channel)) {
      return true;
    }
    waiting.run();
    long end = System.nanoTime() + longest.toNanos();
    do {
      if (isLocked(channel)) {
        return true;
      }
      pause();
    } while (System.nanoTime() < end);
    return false;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it.
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportctlException("interrupted while waiting for another exportctl", e);
    }
  }

  /** Releases the lock. */
  public void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot release the lock of the workspace", e);
    }
  }
}
