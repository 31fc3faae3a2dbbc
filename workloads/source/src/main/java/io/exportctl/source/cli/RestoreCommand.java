package io.exportctl.source.cli;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.load.Restoration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code store restore}: serves an older version again. */
@Command(name = "restore", description = "Serves an older version again.")
final class RestoreCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the source.")
  private String name;

  @Parameters(index = "1", paramLabel = "VERSION", description = "Number of a kept version.")
  private long version;

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (LoadedSources sources = LoadedSources.open(session)) {
      SourceConfig config = sources.catalogue().get(name);
      Restoration.restore(sources.database(), config, version, Optional.empty());
      session.out().println(name + ": version " + version + " is served");
      return ExitStatus.FINE.code();
    }
  }
}
