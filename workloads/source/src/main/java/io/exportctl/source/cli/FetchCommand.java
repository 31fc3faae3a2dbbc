package io.exportctl.source.cli;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.fetch.Downloads;
import io.exportctl.source.fetch.FetchSource;
import io.exportctl.source.load.Loader;
import io.exportctl.source.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code store fetch}: downloads the new files of sources, and loads them. */
@Command(name = "fetch", description = "Downloads the new files of sources, and loads them.")
final class FetchCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of sources.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All sources that are fetched.")
  private boolean all;

  FetchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (all != names.isEmpty()) {
      throw StoreException.usage("name sources, or give --all; see \"store fetch --help\"");
    }
    try (LoadedSources sources = LoadedSources.open(session);
        Downloads downloads = session.downloads()) {
      FetchSource fetch =
          new FetchSource(
              downloads,
              sources.database(),
              sources.objects(),
              session.temporary(),
              ProcessHalt.ofProperty());
      ExitStatus worst = ExitStatus.FINE;
      for (SourceConfig config : chosen(sources)) {
        ExitStatus fetched = print(config.name(), fetch.run(config));
        ExitStatus loaded =
            sources.print(config.name(), sources.loader().load(config, Loader.Request.USUAL));
        worst = worse(worst, worse(fetched, loaded));
      }
      return worst.code();
    }
  }

  private List<SourceConfig> chosen(LoadedSources sources) {
    return all
        ? sources.catalogue().all().stream().filter(it -> it.fetch().isPresent()).toList()
        : names.stream().map(sources.catalogue()::get).toList();
  }

  private static ExitStatus worse(ExitStatus one, ExitStatus other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private ExitStatus print(String source, FetchSource.Fetched fetched) {
    if (fetched.files().isEmpty() && fetched.failure().isEmpty()) {
      session.out().println(source + ": nothing new");
    }
    fetched
        .files()
        .forEach(it -> session.out().println(source + ": fetched " + Printable.quoted(it)));
    fetched
        .failure()
        .ifPresent(
            it ->
                session
                    .err()
                    .println("store: " + source + ": " + Printable.lines(it.getMessage())));
    return fetched.failure().map(StoreException::status).orElse(ExitStatus.FINE);
  }
}
