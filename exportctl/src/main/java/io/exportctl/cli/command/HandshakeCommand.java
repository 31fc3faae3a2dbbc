package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.option.NamedDatasets;
import io.exportctl.cli.option.WordConverter;
import io.exportctl.dataset.HandedOver;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.handshake.HandshakeFormat;
import io.exportctl.handshake.HandshakePrinter;
import io.exportctl.register.Entry;
import io.exportctl.register.Register;
import io.exportctl.render.TemplateEngine;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the steps that the partner of a dataset has to take. */
@Command(
    name = "handshake",
    description = "Print what the other side of a dataset has to do, ready to be sent.",
    exitCodeList = {
      "0:All is well.",
      "1:The dataset's file or platform.yaml has errors.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl handshake prison_arrivals",
      "  exportctl handshake push/case_outcomes --format json",
      "  exportctl handshake court_dashboard --format terraform > exports.tf"
    })
final class HandshakeCommand implements Callable<Integer> {

  /** Converts the name of a format. */
  private static final class FormatConverter extends WordConverter<HandshakeFormat> {

    FormatConverter() {
      super("a format of this command", List.of(HandshakeFormat.values()));
    }
  }

  private final Session session;

  @Parameters(
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      description = "Its name; KIND/NAME for one of two that have the same.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      completionCandidates = FormatConverter.class,
      description = "${COMPLETION-CANDIDATES}. Default: text.")
  private HandshakeFormat format = HandshakeFormat.TEXT;

  HandshakeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    Register register =
        session
            .register(workspace, inventory)
            .only(List.of(new NamedDatasets(inventory).one(name)));
    HandshakePrinter printer =
        new HandshakePrinter(session.out(), new TemplateEngine(workspace::resource));
    register.entries().forEach(entry -> print(printer, entry));
    return session.complain(register.unreadable());
  }

  private void print(HandshakePrinter printer, Entry entry) {
    if (!(entry.dataset() instanceof HandedOver handed)) {
      throw new ExportctlException(
          entry.dataset().id() + " has no other side that has to allow it");
    }
    if (entry.isOverdue()) {
      session
          .environment()
          .err()
          .println(
              "exportctl: the review of %s was due on %s; ask whether the export is still needed"
                  .formatted(entry.dataset().id(), entry.reviewBy().orElseThrow()));
    }
    printer.print(handed, entry.platform(), format);
  }
}
