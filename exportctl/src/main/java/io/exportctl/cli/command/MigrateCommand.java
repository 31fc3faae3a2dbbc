package io.exportctl.cli.command;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Severity;
import io.exportctl.fix.Fixed;
import io.exportctl.migrate.Migration;
import io.exportctl.migrate.Migrator;
import io.exportctl.migrate.NewFile;
import io.exportctl.report.JsonPrinter;
import io.exportctl.text.JsonWriter;
import io.exportctl.text.Quantity;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts the datasets of the system that this tool replaces. */
@Command(
    name = "migrate",
    description = "Take over the datasets of data-engineering-exports, with all their names.",
    exitCodeList = {
      "0:All could be taken over.",
      "1:Something is left for a person to decide.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl migrate old-exports",
      "  exportctl migrate old-exports --diff",
      "  exportctl migrate old-exports --write"
    })
final class MigrateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "OLD_DIR",
      description = "The folder that holds push_datasets and pull_datasets.")
  private Path old;

  @Option(
      names = "--write",
      description = "Write the new files, all or none; none that exists is replaced.")
  private boolean write;

  @Option(names = "--diff", description = "Print how each new file differs from the old one.")
  private boolean diff;

  @Mixin private final FormatOption format = new FormatOption();

  MigrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (diff && (write || format.isJson())) {
      throw new UsageException(
          "--diff only prints the changes, expected neither --write nor --format json beside it");
    }
    Workspace workspace =
        Workspace.around(session.folder())
            .orElseThrow(
                () ->
                    new ExportctlException(
                        "no datasets/platform.yaml here or in a folder above; run exportctl init"
                            + " first, with the account, Region and buckets of the older system"));
    Inventory inventory = workspace.read();
    Validator validator = session.validator(workspace);
    Diagnostics platform =
        validator.validate(new Inventory(inventory.platform(), List.of(), List.of()));
    if (platform.hasErrors()) {
      session.print(platform);
      return nothingWritten("fix platform.yaml first");
    }
    Migration migration =
        Migrator.plan(workspace, validator, inventory, workspace.resolve(old.toString()));
    boolean blocked = !migration.blocked().isEmpty();
    if (!format.isJson()) {
      for (Fixed.Done done : migration.done()) {
        session.out().println(printable(done.location().toString()) + ": fixed: " + done.what());
      }
      session.print(migration.left());
    }
    if (write && !blocked) {
      migration.write(workspace);
    }
    if (format.isJson()) {
      printJson(migration, write && !blocked);
    }
    if (write && blocked) {
      return nothingWritten("what is in the way is never replaced");
    }
    if (!format.isJson()) {
      print(migration);
    }
    return migration.left().hasErrors() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private int nothingWritten(String why) {
    session.environment().err().println("exportctl: nothing was migrated; " + why);
    return ExitStatus.FINDINGS;
  }

  private void print(Migration migration) {
    for (NewFile file : migration.files()) {
      session.out().println(printable(verb(file) + " " + file.display() + " from " + file.old()));
      if (diff) {
        FileDiff.print(file.old(), file.before(), file.display(), file.after(), session.out());
      }
    }
    int missing = migration.missing().size();
    long errors = migration.left().count(Severity.ERROR);
    session
        .out()
        .println(
            Quantity.of(missing, "file")
                + (write ? " written, " : " to write, ")
                + Quantity.of(migration.done().size(), "thing")
                + " fixed, "
                + errors
                + " left to decide"
                + (!write && missing > 0 && migration.blocked().isEmpty()
                    ? "; write with --write"
                    : ""));
  }

  private String verb(NewFile file) {
    return switch (file.state()) {
      case MISSING -> write ? "created" : "would create";
      case UP_TO_DATE -> "up to date:";
      case BLOCKED -> "in the way:";
    };
  }

  /** Prints JSON as described by {@code schema/output/migrate.schema.json}. */
  private void printJson(Migration migration, boolean written) {
    JsonWriter.write(
        session.out(),
        json -> {
          json.field("version", FixJson.VERSION)
              .field("written", written)
              .array(
                  "files",
                  migration.files(),
                  (item, file) ->
                      item.field("file", file.display())
                          .field("from", file.old())
                          .field("state", file.state().toString()));
          FixJson.write(json, migration.done());
          JsonPrinter.writeProblems(json, migration.left().all());
        });
  }
}
