package io.exportctl.cli.command;

import io.exportctl.cli.Environment;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.Version;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.doctor.ArchiveCheck;
import io.exportctl.doctor.Check;
import io.exportctl.doctor.Checkup;
import io.exportctl.startup.CdsArchive;
import io.exportctl.text.JsonWriter;
import io.exportctl.text.Quotation;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks everything that exportctl depends on. */
@Command(
    name = "doctor",
    description = "Check everything that exportctl depends on, and say how to fix what is wrong.",
    exitCodeList = {
      "0:All is well.",
      "1:Something does not work, or a file has errors.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {"", "Examples:", "  exportctl doctor", "  exportctl doctor --fix"})
final class DoctorCommand implements Callable<Integer> {

  /** Version of the JSON output, increased by incompatible changes. */
  private static final int VERSION = 1;

  private final Session session;

  @Option(
      names = "--fix",
      description = "Make the CDS archive, with which starts take half the time.")
  private boolean fix;

  @Mixin private final FormatOption format = new FormatOption();

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Environment environment = session.environment();
    Checkup checkup = new Checkup(session.folder(), environment.variables(), environment.today());
    List<Check> checks =
        Stream.concat(Stream.of(tool(), archive(), output()), checkup.run().stream()).toList();
    if (format.isJson()) {
      JsonWriter.write(
          session.out(),
          json -> json.field("version", VERSION).array("checks", checks, DoctorCommand::write));
    } else {
      checks.forEach(this::print);
    }
    boolean failed = checks.stream().anyMatch(check -> check.state() == Check.State.ERROR);
    return failed ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private Check tool() {
    return Check.ok(
        "exportctl", Version.number() + " in " + session.environment().code().getPath());
  }

  private Check archive() {
    ArchiveCheck check = new ArchiveCheck(CdsArchive.ofThisProcess());
    return fix ? check.fix(session.environment().variables()) : check.run();
  }

  private Check output() {
    Environment environment = session.environment();
    String to = environment.terminalOut() ? "a terminal" : "no terminal";
    String why = environment.refusesColors() ? ": NO_COLOR is set" : "";
    return Check.ok(
        "output", to + ", " + (session.takesColors() ? "with colors" : "without colors" + why));
  }

  private static void write(JsonWriter json, Check check) {
    json.field("state", check.state().toString())
        .field("subject", check.subject())
        .field("detail", check.detail());
    check.help().ifPresent(help -> json.field("help", help));
  }

  private void print(Check check) {
    PrintWriter out = session.out();
    out.printf(
        "%-7s  %-10s  %s%n", check.state(), check.subject(), Quotation.printable(check.detail()));
    check.help().ifPresent(help -> out.printf("%21shelp: %s%n", "", help));
  }
}
