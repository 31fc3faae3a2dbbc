package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.option.OneDataset;
import io.exportctl.cli.option.Verification;
import io.exportctl.cli.option.WordConverter;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Handshake;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.handshake.HandshakeFormat;
import io.exportctl.handshake.HandshakePrinter;
import io.exportctl.register.Entry;
import io.exportctl.register.Register;
import io.exportctl.render.TemplateEngine;
import io.exportctl.text.Quotation;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the steps that the partner of a dataset has to take. */
@Command(
    name = "handshake",
    description = "Print what the other side of a dataset has to do, ready to be sent.",
    exitCodeList = {
      "0:All is well.",
      "1:A file has errors, FILE differs, or --verify finds something wrong.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl handshake prison_arrivals",
      "  exportctl handshake push/case_outcomes --format json",
      "  exportctl handshake court_dashboard --format terraform > exports.tf",
      "  exportctl handshake case_notes_prod --format kubernetes > extractor.yaml",
      "  exportctl handshake prison_arrivals --verify"
    })
final class HandshakeCommand implements Callable<Integer> {

  /** Converts the name of a format. */
  private static final class FormatConverter extends WordConverter<HandshakeFormat> {

    FormatConverter() {
      super("a format of this command", List.of(HandshakeFormat.values()));
    }
  }

  private final Session session;

  @Mixin private final OneDataset named = new OneDataset();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      completionCandidates = FormatConverter.class,
      description = "${COMPLETION-CANDIDATES}. Default: text.")
  private HandshakeFormat format = HandshakeFormat.TEXT;

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description =
          "The account, by name or number, whose Terraform to print if roles have several.")
  private Optional<String> account = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Compare a copy that the other side keeps; print the differences.")
  private Path copy;

  @Mixin private final Verification verification;

  HandshakeCommand(Session session) {
    this.session = session;
    this.verification = new Verification(session);
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Register register = named.register(session, workspace);
    if (verification.isWanted() && register.unreadable().isEmpty()) {
      return verification.run(register.entries().get(0));
    }
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    HandshakePrinter printer = new HandshakePrinter(out, new TemplateEngine(workspace::resource));
    register.entries().forEach(entry -> print(printer, entry));
    out.flush();
    int status = session.complain(register.unreadable());
    if (copy != null && status == ExitStatus.FINE) {
      String now = "handshake " + printable(named.name()) + " --format " + format;
      return new KeptCopy(copy).compare(now, text.toString(), session);
    }
    session.out().print(text);
    return status;
  }

  private void print(HandshakePrinter printer, Entry entry) {
    if (!(entry.dataset() instanceof HandedOver handed)) {
      throw new ExportctlException(
          entry.details().state().isDeployed()
              ? entry.dataset().id() + " has no other side that has to allow it"
              : entry.dataset().id() + " is a draft; it has a handshake once it is active");
    }
    if (!printer.has(handed, format)) {
      String missing =
          format == HandshakeFormat.KUBERNETES
              ? "job in Kubernetes"
              : "Terraform for the other side";
      throw new UsageException(
          entry.dataset().id() + " has no " + missing + ": leave --format " + format + " out");
    }
    if (entry.isOverdue()) {
      remark(
          "the review of %s was due on %s; ask whether the export is still needed"
              .formatted(entry.dataset().id(), entry.reviewBy().orElseThrow()));
    }
    if (entry.details().state().isClosed()) {
      remark(
          "%s is %s, and closed to the other side"
              .formatted(entry.dataset().id(), entry.details().state()));
    }
    Handshake handshake = handed.handshake(entry.platform());
    printer.print(handed, entry.details(), select(handshake, entry), entry.platform(), format);
  }

  private void remark(String sentence) {
    session.environment().err().println("exportctl: " + sentence);
  }

  /** Selects the account's part: each owner of roles applies their own Terraform. */
  private Handshake select(Handshake handshake, Entry entry) {
    List<String> accounts = handshake.accountsOfRoles();
    if (account.isPresent()) {
      String number = entry.platform().accountNumber(account.get());
      if (format != HandshakeFormat.TERRAFORM) {
        throw new UsageException("--account goes with --format terraform only");
      }
      if (!accounts.contains(number)) {
        throw new UsageException(
            entry.dataset().id() + " has no roles of account " + Quotation.quote(account.get()));
      }
      return handshake.forRolesOf(number);
    }
    if (format == HandshakeFormat.TERRAFORM && accounts.size() > 1) {
      throw new UsageException(
          entry.dataset().id()
              + " has roles of "
              + accounts.size()
              + " accounts, each with Terraform of its own: add "
              + accounts.stream()
                  .map(number -> "--account " + number)
                  .collect(Collectors.joining(" or ")));
    }
    return handshake;
  }
}
