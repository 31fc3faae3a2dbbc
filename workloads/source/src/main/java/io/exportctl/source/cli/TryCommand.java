package io.exportctl.source.cli;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fault.ExitStatus;
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

  @Option(names = "--file", required = true, description = "The file to read.")
  private Path file;

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
      List<Trial> trials =
          Trial.of(config, LocalFile.require(file), file.getFileName().toString(), date, folder);
      trials.forEach(it -> session.out().print(it.text()));
      boolean fits = trials.stream().allMatch(it -> it.badRows() == 0);
      return (fits ? ExitStatus.FINE : ExitStatus.FINDINGS).code();
    } finally {
      LocalFile.deleteFolder(folder);
    }
  }
}
