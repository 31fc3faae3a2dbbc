package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.Version;
import io.exportctl.cli.completion.CommandCandidates;
import io.exportctl.cli.manual.ManualPage;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.text.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints or writes the manual pages. */
@Command(
    name = "man",
    description = "Print a manual page, or write them all to a folder, such as man1 on MANPATH.",
    footer = {
      "",
      "Examples:",
      "  exportctl man validate | man -l -",
      "  exportctl man --out ~/.local/share/man/man1"
    })
final class ManCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      completionCandidates = CommandCandidates.class,
      arity = "0..*",
      description = "Whose page to print. Default: that of the tool.")
  private List<String> command = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the pages of all commands there instead.")
  private Optional<Path> out = Optional.empty();

  ManCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (out.isEmpty()) {
      session
          .out()
          .print(
              new ManualPage(NamedCommand.find(spec.parent(), command), Version.number()).text());
      return ExitStatus.FINE;
    }
    if (!command.isEmpty()) {
      throw new UsageException("--out writes all pages, expected no COMMAND beside it");
    }
    List<CommandSpec> all = ManualPage.withAllBelow(spec.parent()).toList();
    write(all, session.folder().resolve(out.get()));
    session.out().println(Quantity.of(all.size(), "page") + " written to " + out.get());
    return ExitStatus.FINE;
  }

  private static void write(List<CommandSpec> commands, Path folder) throws IOException {
    String version = Version.number();
    try {
      Files.createDirectories(folder);
      for (CommandSpec command : commands) {
        ManualPage page = new ManualPage(command, version);
        Files.writeString(folder.resolve(page.name() + ".1"), page.text());
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot write to " + folder, e);
    }
  }
}
