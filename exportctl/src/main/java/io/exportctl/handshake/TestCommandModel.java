package io.exportctl.handshake;

import io.exportctl.dataset.TestCommand;

/** A command that tests the access to a dataset, as a template model. */
public record TestCommandModel(String by, boolean writes, String url, String command) {

  static TestCommandModel of(TestCommand command) {
    return new TestCommandModel(
        command.by(), command.writes(), command.url(), ShellCommand.of(command));
  }
}
