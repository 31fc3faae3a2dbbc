package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.NamedDatasets;
import io.exportctl.register.Register;
import io.exportctl.register.RegisterPrinter;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints all details of a dataset. */
@Command(
    name = "show",
    description = "Show a dataset: where to write, who may, its role, bucket and paperwork.",
    exitCodeList = {
      "0:All is well.",
      "1:The dataset's file or platform.yaml has errors.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl show prison_arrivals",
      "  exportctl show pull/court_dashboard --format json"
    })
final class ShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      description = "Its name; KIND/NAME for one of two that have the same.")
  private String name;

  @Mixin private final FormatOption format = new FormatOption();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    Register register =
        session
            .register(workspace, inventory)
            .only(new NamedDatasets(inventory).all(List.of(name)));
    RegisterPrinter printer = new RegisterPrinter(session.out());
    if (format.isJson()) {
      printer.printJson(register);
    } else {
      printer.printFacts(register);
    }
    return session.complain(register.unreadable());
  }
}
