package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
import io.exportctl.source.fetch.Downloads;
import io.exportctl.source.fetch.FetchSource;
import io.exportctl.source.load.TemporaryFolder;
import io.exportctl.source.load.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code store try}: reads a file as a load would do it, and writes nothing. */
@Command(
    name = "try",
    description = "Reads a file as a load would, tells what it finds, and writes nothing.")
final class TryCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "SOURCE", description = "The source's YAML file.")
  private Path source;

  @Option(names = "--file", description = "The file to read; without it the newest is fetched.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--date", description = "The file's date, such as 2024-01-31.")
  private Optional<LocalDate> date = Optional.empty();

  TryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    SourceConfig config = Catalogue.read(source);
    Path folder = Files.createTempDirectory(session.temporary(), "try");
    try {
      List<Trial> trials = file.isPresent() ? ofFile(config, folder) : ofFetched(config, folder);
      trials.forEach(it -> session.out().print(it.text()));
      boolean fits = trials.stream().allMatch(it -> it.badRows() == 0);
      return (fits ? ExitStatus.FINE : ExitStatus.FINDINGS).code();
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private List<Trial> ofFile(SourceConfig config, Path folder) throws IOException {
    Path local = LocalFile.require(file.orElseThrow());
    return Trial.of(config, local, local.getFileName().toString(), date, folder);
  }

  private List<Trial> ofFetched(SourceConfig config, Path folder) throws IOException {
    try (Downloads downloads = session.downloads()) {
      FetchSource.Newest newest = FetchSource.newest(downloads, config, folder);
      session.out().println("file: " + newest.found().name());
      Optional<LocalDate> day = date.or(() -> newest.found().date());
      return Trial.of(config, newest.file(), newest.found().name(), day, folder);
    }
  }
}
