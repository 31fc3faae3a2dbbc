package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.ExportctlCommand;
import io.exportctl.startup.CdsArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the CDS archive; a step of building and installing the tool. */
@Command(name = "__archive", hidden = true, description = "Make the CDS archive.")
final class ArchiveCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  ArchiveCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    CdsArchive.ofThisProcess().ifPresent(archive -> archive.make(top.environment().variables()));
    return ExitStatus.FINE;
  }
}
