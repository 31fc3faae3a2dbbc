package io.exportctl.source.cli;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.load.Status;
import io.exportctl.source.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code store status}: the versions and files of sources. */
@Command(name = "status", description = "Tells the versions and the files of sources.")
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Name of a source.")
  private Optional<String> name = Optional.empty();

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (LoadedSources sources = LoadedSources.open(session)) {
      List<SourceConfig> chosen =
          name.isPresent()
              ? List.of(sources.catalogue().get(name.get()))
              : sources.catalogue().all();
      for (SourceConfig config : chosen) {
        session.out().print(Printable.lines(Status.text(sources.database(), config)));
      }
      return ExitStatus.FINE.code();
    }
  }
}
