package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.option.RegisterFilter;
import io.exportctl.cli.option.WordConverter;
import io.exportctl.cli.terminal.TerminalWidth;
import io.exportctl.register.Register;
import io.exportctl.register.RegisterFormat;
import io.exportctl.register.RegisterPrinter;
import io.exportctl.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a list of the datasets. */
@Command(
    name = "list",
    description = "List the datasets: their buckets, and who may use them.",
    exitCodeList = {
      "0:All is well.",
      "1:Some files have errors; their datasets are left out.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl list",
      "  exportctl list --user alpha_user_bo",
      "  exportctl list --kind push --review-before 2027-06-30",
      "  exportctl list --format csv > datasets.csv"
    })
final class ListCommand implements Callable<Integer> {

  /** Converts the name of a format. */
  private static final class FormatConverter extends WordConverter<RegisterFormat> {

    FormatConverter() {
      super("a format of this command", List.of(RegisterFormat.values()));
    }
  }

  private final Session session;

  @Mixin private final RegisterFilter filter = new RegisterFilter();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      completionCandidates = FormatConverter.class,
      description = "${COMPLETION-CANDIDATES}. Default: text.")
  private RegisterFormat format = RegisterFormat.TEXT;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Register register =
        session.register(workspace, workspace.read()).only(entry -> filter.accepts(entry));
    RegisterPrinter printer = new RegisterPrinter(session.out());
    switch (format) {
      case TEXT -> printer.printTable(register, TerminalWidth.of(session.environment()));
      case MARKDOWN -> printer.printMarkdown(register);
      case CSV -> printer.printCsv(register);
      case JSON -> printer.printJson(register);
    }
    return session.complain(register.unreadable());
  }
}
