package io.exportctl.cli;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.render.Change;
import io.exportctl.render.OutputDirectory;
import io.exportctl.render.RenderedFile;
import io.exportctl.render.Renderer;
import io.exportctl.render.TemplateEngine;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Turns the datasets into Terraform. */
@Command(
    name = "render",
    description = "Turn the datasets into Terraform; valid ones only, all or none.",
    footer = {
      "",
      "Examples:",
      "  exportctl render",
      "  exportctl render --check --diff",
      "  exportctl render --out build/terraform"
    })
final class RenderCommand implements Callable<Integer> {

  private final ExportctlCommand top;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write a complete root module there. Default: the workspace's own terraform folder.")
  private Path out;

  @Option(names = "--check", description = "Write nothing; exit with 1 if something would change.")
  private boolean check;

  @Option(names = "--diff", description = "Print what changes, line by line.")
  private boolean diff;

  RenderCommand(ExportctlCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Workspace workspace = top.workspace();
    Inventory inventory = workspace.read();
    Diagnostics found = top.validator(workspace).validate(inventory);
    if (!found.all().isEmpty()) {
      top.print(found);
    }
    if (found.hasErrors()) {
      top.environment().err().println("exportctl: nothing was rendered; mend the errors first");
      return ExitStatus.FINDINGS;
    }
    List<RenderedFile> rendered =
        new Renderer(new TemplateEngine(workspace::resource)).render(inventory);
    Path folder = out == null ? workspace.terraform() : workspace.resolve(out.toString());
    OutputDirectory directory = new OutputDirectory(folder, workspace.display(folder));
    List<Change> changes = directory.compare(rendered, handWritten(workspace, folder));
    if (!check) {
      directory.apply(changes);
    }
    print(changes, directory, rendered.size());
    return check && !changes.isEmpty() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  /** In its own folder, what is written by hand is there already. */
  private static List<RenderedFile> handWritten(Workspace workspace, Path folder) {
    if (folder.equals(workspace.terraform()) && Files.isDirectory(folder.resolve("modules"))) {
      return List.of();
    }
    return workspace.handWrittenTerraform().entrySet().stream()
        .map(entry -> new RenderedFile(entry.getKey(), entry.getValue()))
        .filter(file -> !file.isRendered())
        .toList();
  }

  private void print(List<Change> changes, OutputDirectory directory, int files) {
    for (Change change : changes) {
      String verb = check ? change.kind().would() : change.kind().done();
      top.out().println(verb + " " + directory.display(change));
      if (diff) {
        top.out().print(change.diff(directory.display(change)));
      }
    }
    top.out().println(summary(changes.size(), files));
  }

  private String summary(int changes, int files) {
    if (changes == 0) {
      return ExportctlCommand.count(files, "file") + " up to date";
    }
    return ExportctlCommand.count(changes, "file")
        + (check ? " out of date; run exportctl render" : " written or removed");
  }
}
