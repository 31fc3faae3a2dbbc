package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.completion.RemovedCandidates;
import io.exportctl.cli.option.AdoptOption;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.NamedDatasets;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.git.History;
import io.exportctl.kind.Kinds;
import io.exportctl.render.AdoptedDatasets;
import io.exportctl.render.OutputDirectory;
import io.exportctl.render.ProgramFiles;
import io.exportctl.render.RenderScope;
import io.exportctl.render.Rendering;
import io.exportctl.workspace.Installation;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders Terraform from the datasets. */
@Command(
    name = "render",
    description = "Turn the datasets into Terraform; valid ones only, all or none.",
    exitCodeList = {
      "0:All is well.",
      "1:A file has errors, so nothing was written (--check, --diff: something would change).",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl render",
      "  exportctl render --check --diff",
      "  exportctl render --adopt=prison_arrivals,pull/court_dashboard",
      "  exportctl render --only prison_arrivals",
      "  exportctl render --out build/terraform"
    })
final class RenderCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write all that Terraform needs there: a folder that is new, empty or was rendered before."
              + " Default: the workspace's own terraform folder.")
  private Path out;

  @Option(
      names = "--only",
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      arity = "1..*",
      description =
          "Only these datasets and what they share with others, which stay as they are;"
              + " \"push/NAME\" where a name stands for two.")
  private List<String> only = List.of();

  @Option(
      names = "--retire",
      paramLabel = "KIND/NAME",
      completionCandidates = RemovedCandidates.class,
      arity = "1..*",
      description =
          "Leave these datasets, which are gone, a root module without them; an apply in it takes"
              + " down what they made.")
  private List<String> retire = List.of();

  @Option(names = "--check", description = "Write nothing; exit with 1 if something would change.")
  private boolean check;

  @Option(
      names = "--diff",
      description = "Like --check, and print what would change, line by line.")
  private boolean diff;

  @Mixin private final AdoptOption adopt = new AdoptOption();
  @Mixin private final FormatOption format = new FormatOption();

  RenderCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (diff && format.isJson()) {
      throw new UsageException("--diff prints text, expected no --format json beside it");
    }
    Workspace workspace = session.workspace();
    return check || diff
        ? render(workspace, false)
        : session.alone(workspace, () -> render(workspace, true));
  }

  private int render(Workspace workspace, boolean write) {
    Inventory inventory = workspace.read();
    Diagnostics found = session.validator(workspace).validate(inventory).onAnyDate();
    RenderOutput output = new RenderOutput(session, format.isJson(), write, diff);
    if (found.hasErrors()) {
      output.printErrors(found);
      return ExitStatus.FINDINGS;
    }
    Path folder = out == null ? workspace.terraform() : workspace.resolve(out.toString());
    Rendering rendering = Rendering.of(workspace, inventory, folder, extent(workspace, inventory));
    Installation installation = Installation.around(session.environment().code());
    Platform platform = Platform.read(inventory.platform());
    ProgramFiles programs =
        ProgramFiles.of(workspace, installation, Kinds.programsOf(platform), folder);
    boolean changes = !rendering.changes().isEmpty() || !programs.copies().isEmpty();
    if (write) {
      rendering.apply();
      programs.apply();
    }
    output.print(rendering, programs, found, platform);
    return !write && changes ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private RenderScope extent(Workspace workspace, Inventory inventory) {
    Optional<AdoptedDatasets> adoption = adopt.adoption(inventory);
    NamedDatasets named = new NamedDatasets(inventory);
    List<DatasetId> retired = named.gone(retire);
    List<DatasetId> rendered =
        retired.isEmpty()
            ? List.of()
            : new OutputDirectory(workspace.terraform(), "terraform").datasets();
    for (DatasetId id : retired) {
      Path file = workspace.datasetFile(id.kind(), id.name());
      if (!rendered.contains(id)
          && History.lacks(file, workspace, session.environment().variables())) {
        throw new UsageException(
            "there never was a dataset \"" + id + "\", expected one whose file was deleted");
      }
    }
    return new RenderScope(named.ids(only), retired, adoption);
  }
}
