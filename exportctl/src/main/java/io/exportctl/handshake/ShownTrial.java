package io.exportctl.handshake;

import io.exportctl.dataset.TestCommand;

/** A command that shows whether a dataset works, as templates take it. */
public record ShownTrial(String by, boolean writes, String url, String command) {

  static ShownTrial of(TestCommand trial) {
    return new ShownTrial(trial.by(), trial.writes(), trial.url(), ShellCommand.of(trial));
  }
}
