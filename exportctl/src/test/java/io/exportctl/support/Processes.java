package io.exportctl.support;

import java.util.List;
import java.util.stream.Stream;

/** What tests do with running programs. */
public final class Processes {

  private Processes() {}

  /** A program and all that it started. */
  public static Stream<ProcessHandle> tree(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /** Ends programs, and waits until they have. */
  public static void kill(Stream<ProcessHandle> processes) {
    List<ProcessHandle> all = processes.toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }
}
