package io.exportctl.source.cli;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.load.Loader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code store load}: loads the files that wait. */
@Command(name = "load", description = "Loads the files that wait.")
final class LoadCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of sources.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All sources.")
  private boolean all;

  @Option(names = "--rebuild", description = "Reads the files again, as after other columns.")
  private boolean rebuild;

  LoadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (all != names.isEmpty()) {
      throw StoreException.usage("name sources, or give --all; see \"store load --help\"");
    }
    try (LoadedSources sources = LoadedSources.open(session)) {
      List<SourceConfig> chosen =
          all ? sources.catalogue().all() : names.stream().map(sources.catalogue()::get).toList();
      ExitStatus worst = ExitStatus.FINE;
      for (SourceConfig config : chosen) {
        ExitStatus status =
            sources.print(
                config.name(), sources.loader().load(config, new Loader.Request(rebuild, false)));
        worst = status.compareTo(worst) > 0 ? status : worst;
      }
      return worst.code();
    }
  }
}
