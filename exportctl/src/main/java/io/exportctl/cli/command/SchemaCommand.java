package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.option.SchemaName;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a schema, for editors and other programs. */
@Command(
    name = "schema",
    description = "Print a schema: the workspace's own, or what the tool brings.",
    footer = {
      "",
      "Examples:",
      "  exportctl schema push",
      "  exportctl schema platform > platform.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "KIND",
      converter = SchemaName.Converter.class,
      completionCandidates = SchemaName.Converter.class,
      description = "What it describes: ${COMPLETION-CANDIDATES}.")
  private SchemaName schema;

  SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.out().print(SchemaFile.read(schema.path(), Workspace.resources(session.folder())));
    return ExitStatus.FINE;
  }
}
