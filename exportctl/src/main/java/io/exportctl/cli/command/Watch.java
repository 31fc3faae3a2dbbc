package io.exportctl.cli.command;

import io.exportctl.cli.Environment;
import io.exportctl.cli.option.ReportOptions;
import io.exportctl.cli.option.Selection;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.schema.Schemas;
import io.exportctl.text.Quotation;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.FileEvents;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints the problems again after each change, until it is interrupted. */
final class Watch {

  private final Environment environment;
  private final Workspace workspace;
  private final Supplier<Selection> selection;
  private final Function<Inventory, List<Diagnostic>> more;
  private final ReportOptions report;

  /**
   * Creates a watch of a workspace.
   *
   * @param selection evaluated again for each report, as selected files may be added or removed
   * @param more findings beside those of the files
   */
  Watch(
      Environment environment,
      Workspace workspace,
      Supplier<Selection> selection,
      Function<Inventory, List<Diagnostic>> more,
      ReportOptions report) {
    this.environment = environment;
    this.workspace = workspace;
    this.selection = selection;
    this.more = more;
    this.report = report;
  }

  /**
   * Prints reports until the output is closed.
   *
   * @throws ExportctlException if the workspace no longer exists
   */
  int run() {
    return UntilInterrupted.run(
        () -> {
          try (FileEvents events = FileEvents.of(workspace)) {
            while (print()) {
              events.await();
            }
          }
        });
  }

  /** Prints the report; returns false if the output is closed. */
  private boolean print() {
    PrintWriter out = environment.out();
    if (environment.obeysEscapes()) {
      out.print(UntilInterrupted.CLEAR_SCREEN);
    }
    Instant started = environment.clock().instant();
    try {
      Selection chosen = selection.get();
      Inventory inventory = workspace.read();
      Validator validator = new Validator(new Schemas(workspace::resource), environment.today());
      Diagnostics found =
          validator.validate(inventory).filter(chosen::contains).and(more.apply(inventory));
      report.print(found, chosen.files(inventory), started);
    } catch (ExportctlException e) {
      // A half-written schema or a missing folder may be fixed by the next change.
      out.println("exportctl: " + Quotation.printable(e.getMessage()));
    }
    out.println("watching for changes; Ctrl-C ends");
    return !out.checkError();
  }
}
