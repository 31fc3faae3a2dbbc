package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.Version;
import io.exportctl.cli.option.PlatformOptions;
import io.exportctl.cli.option.SchemaOptions;
import io.exportctl.kind.Kinds;
import io.exportctl.scaffold.NewWorkspace;
import io.exportctl.scaffold.WorkspaceDraft;
import io.exportctl.schema.Property;
import io.exportctl.schema.Schemas;
import io.exportctl.text.Quantity;
import io.exportctl.text.Quotation;
import io.exportctl.workspace.Artifact;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Installation;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a workspace for a new team. */
@Command(
    name = "init",
    description = "Write a workspace for a new team; what is not given is asked for or left blank.",
    exitCodeList = {
      "0:All is well.",
      "1:A value is not valid, so nothing was written.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl init exports",
      "  exportctl init --upgrade --diff",
      "  exportctl init hub --account-id 123456789012 --export-bucket example-exports \\",
      "      --pull-bucket-prefix example- --tag owner=data-engineering"
    })
final class InitCommand implements Callable<Integer> {

  private static final String NEXT =
      """
      next, in that folder:
        1. exportctl new KIND NAME: your exports; delete the examples in datasets/
        2. exportctl render: the Terraform that terraform/ lacks
        3. in %s, name where your exportctl is; then commit
      """;

  /** Maximum number of existing files that are listed; a folder may hold thousands. */
  private static final int SHOWN = 10;

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The workspace's folder, which need not exist. Default: where you are.")
  private Path folder;

  @Option(
      names = "--upgrade",
      description =
          "Bring the Terraform, the programs and the schemas of an existing workspace to this"
              + " version.")
  private boolean upgrade;

  @Option(names = "--diff", description = "With --upgrade: write nothing; print what changes.")
  private boolean diff;

  @Mixin private PlatformOptions platform;

  private final SchemaOptions options;

  private InitCommand(Session session, SchemaOptions options) {
    this.session = session;
    this.options = options;
  }

  /** Returns the command, with an option for each key in the schema of platform.yaml. */
  static CommandLine of(Session session) {
    SchemaOptions options =
        new SchemaOptions(new Schemas(Bundle::read).platformProperties(), PlatformOptions.DEFAULTS);
    CommandLine command = new CommandLine(new InitCommand(session, options));
    options.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() {
    Path directory = session.folder();
    Path root = folder == null ? directory : directory.resolve(folder);
    if (upgrade) {
      if (!options.values().isEmpty()) {
        throw new UsageException(
            "--upgrade leaves platform.yaml as it is, expected no value for it");
      }
      return new Upgrade(session, Workspace.at(Workspace.find(root).root(), directory)).run(diff);
    }
    if (diff) {
      throw new UsageException("--diff goes with --upgrade only");
    }
    Workspace workspace = Workspace.at(root, directory);
    WorkspaceDraft created =
        new WorkspaceDraft(workspace, platform.tags(), session.environment().today());
    List<String> inTheWay = created.inTheWay();
    if (!inTheWay.isEmpty()) {
      printInTheWay(inTheWay);
      return ExitStatus.FAILED;
    }
    Map<Artifact, Path> artifacts =
        Installation.around(session.environment().code()).artifacts(Kinds.bundledPrograms());
    Map<String, List<String>> values = options.values();
    List<Property> missing =
        created.properties().stream()
            .filter(property -> !values.containsKey(property.key()))
            .toList();
    missing.forEach(property -> values.put(property.key(), PlatformOptions.unlessGiven(property)));

    Draft draft = new Draft(session, created::check);
    if (draft.isRefused(values)) {
      return ExitStatus.FINDINGS;
    }
    draft.complete(missing, values);
    print(workspace, created.write(values, artifacts, Version.number()));
    draft.printRest(values);
    session.out().print(NEXT.formatted(Quotation.printable(created.workflow())));
    return ExitStatus.FINE;
  }

  private void printInTheWay(List<String> files) {
    PrintWriter err = session.environment().err();
    err.println("exportctl: nothing was written; move what is in the way, or name another folder:");
    files.stream().limit(SHOWN).forEach(file -> err.println("  " + Quotation.printable(file)));
    if (files.size() > SHOWN) {
      err.println("  and " + (files.size() - SHOWN) + " more");
    }
  }

  private void print(Workspace workspace, NewWorkspace.Written written) {
    String files = Quantity.of(written.files(), "file");
    String where = Quotation.printable(workspace.display(workspace.root()));
    session.out().println("created a workspace in " + where + ": " + files);
    written
        .kept()
        .forEach(path -> session.out().println("left as it was: " + Quotation.printable(path)));
  }
}
