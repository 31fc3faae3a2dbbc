package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;

/** Work that goes on until Ctrl-C, which is the normal way to stop it. */
final class UntilInterrupted {

  /** Moves to the top of an empty screen. */
  static final String CLEAR_SCREEN = "\u001B[H\u001B[2J";

  private UntilInterrupted() {}

  /** Work that may end by itself, such as when its output is closed. */
  interface Work {
    void run() throws InterruptedException;
  }

  /**
   * Does the work.
   *
   * @return {@link ExitStatus#FINE}; without the hook here, Ctrl-C would make the JVM exit with 130
   */
  static int run(Work work) {
    Thread interrupted = new Thread(() -> Runtime.getRuntime().halt(ExitStatus.FINE));
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
    return ExitStatus.FINE;
  }
}
