package io.exportctl.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Operations on running processes. */
public final class Processes {

  private static final int ATTEMPTS = 600;
  private static final long PAUSE_MILLIS = 100;

  private Processes() {}

  /**
   * Waits until a server announces in its output that it is ready.
   *
   * @param log the file with the output
   * @param announced the announcement
   * @throws IllegalStateException if the server ends or stays silent; it no longer runs then
   */
  public static Matcher awaitOutput(Process process, Path log, Pattern announced)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Matcher found = announced.matcher(Files.readString(log));
      if (found.find()) {
        return found;
      }
      waitForExit(process, log);
    }
    kill(tree(process));
    throw new IllegalStateException("a server is not ready:\n" + Files.readString(log));
  }

  /** Waits a moment; fails at once where the server has ended. */
  private static void waitForExit(Process process, Path log) throws IOException {
    try {
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "a server ended with exit code %d:\n%s"
                .formatted(process.exitValue(), Files.readString(log)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server started", e);
    }
  }

  /** Returns a process and all its descendants. */
  public static Stream<ProcessHandle> tree(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /** Kills processes and waits for their end. */
  public static void kill(Stream<ProcessHandle> processes) {
    List<ProcessHandle> all = processes.toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }
}
