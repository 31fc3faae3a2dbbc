package io.exportctl.cli;

import io.exportctl.archive.ClassArchive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the launcher starts in the background where there is no archive of classes yet. */
@Command(name = "__archive", hidden = true, description = "Make the archive that speeds up starts.")
final class ArchiveCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  ArchiveCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    ClassArchive.ofThisProcess().ifPresent(archive -> archive.make(top.environment().variables()));
    return ExitStatus.FINE;
  }
}
