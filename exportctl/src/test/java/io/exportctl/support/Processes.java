package io.exportctl.support;

import java.util.List;
import java.util.stream.Stream;

/** Operations on running processes. */
public final class Processes {

  private Processes() {}

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
