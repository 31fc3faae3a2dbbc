package io.exportctl.source.cli;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.load.Arrivals.Arrival;
import io.exportctl.source.load.Loader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code store upload}: stores a file of a source, and loads it. */
@Command(name = "upload", description = "Stores a file of a source, and loads it.")
final class UploadCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the source.")
  private String name;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--mend-headers",
      description = "Takes the names that \"store try\" proposes for columns.")
  private boolean mendHeaders;

  UploadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (LoadedSources sources = LoadedSources.open(session)) {
      SourceConfig config = sources.catalogue().get(name);
      String label = LocalFile.require(file).getFileName().toString();
      if (!sources.arrivals().add(config, Arrival.uploaded(file, label))) {
        session.out().println(name + ": the file has the bytes of one that is stored");
      }
      ExitStatus status =
          sources.print(
              name, sources.loader().load(config, new Loader.Request(false, mendHeaders)));
      return status.code();
    }
  }
}
