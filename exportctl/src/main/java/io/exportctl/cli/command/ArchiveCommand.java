package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.startup.CdsArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the CDS archive; a step of building and installing the tool. */
@Command(name = "__archive", hidden = true, description = "Make the CDS archive.")
final class ArchiveCommand implements Callable<Integer> {

  private final Session session;

  ArchiveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CdsArchive.ofThisProcess()
        .ifPresent(archive -> archive.make(session.environment().variables()));
    return ExitStatus.FINE;
  }
}
