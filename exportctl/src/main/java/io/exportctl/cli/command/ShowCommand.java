package io.exportctl.cli.command;

import io.exportctl.cli.ExportctlCommand;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints all that is to be known of a dataset. */
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

  private final ExportctlCommand top;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DATASET",
      description = "Its name; KIND/NAME for one of two that have the same.")
  private String name;

  @Mixin private final FormatOption format = new FormatOption();

  ShowCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Workspace workspace = top.workspace();
    Inventory inventory = workspace.read();
    Register register =
        top.register(workspace, inventory)
            .only(new NamedDatasets(inventory, spec).all(List.of(name)));
    RegisterPrinter printer = new RegisterPrinter(top.out());
    if (format.isJson()) {
      printer.printJson(register);
    } else {
      printer.printFacts(register);
    }
    return top.complain(register.unreadable());
  }
}
