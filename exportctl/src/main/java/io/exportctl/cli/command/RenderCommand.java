package io.exportctl.cli.command;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.completion.RemovedCandidates;
import io.exportctl.cli.option.AdoptOption;
import io.exportctl.cli.option.NamedDatasets;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.render.AdoptedDatasets;
import io.exportctl.render.Change;
import io.exportctl.render.OutputDirectory;
import io.exportctl.render.RenderScope;
import io.exportctl.render.Rendering;
import io.exportctl.text.Quantity;
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
          "Write all that Terraform needs there. Default: the workspace's own terraform folder.")
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

  @Option(names = "--diff", description = "Print what changes, line by line.")
  private boolean diff;

  @Mixin private final AdoptOption adopt = new AdoptOption();

  RenderCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    Diagnostics found = session.validator(workspace).validate(inventory).onAnyDate();
    if (!found.all().isEmpty()) {
      session.print(found);
    }
    if (found.hasErrors()) {
      session.environment().err().println("exportctl: nothing was rendered; mend the errors first");
      return ExitStatus.FINDINGS;
    }
    Optional<AdoptedDatasets> adoption = adopt.adoption(inventory);
    Path folder = out == null ? workspace.terraform() : workspace.resolve(out.toString());
    NamedDatasets named = new NamedDatasets(inventory);
    RenderScope extent = new RenderScope(named.ids(only), named.gone(retire), adoption);
    Rendering rendering = Rendering.of(workspace, inventory, folder, extent);
    if (!check) {
      rendering.apply();
    }
    print(rendering);
    if (rendering.switched()) {
      session
          .environment()
          .err()
          .println(
              "exportctl: the layout is another now; plan nothing until the state is moved:"
                  + " docs/scaling.md");
    }
    return check && !rendering.changes().isEmpty() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private void print(Rendering rendering) {
    OutputDirectory directory = rendering.directory();
    for (Change change : rendering.changes()) {
      String verb = check ? change.kind().would() : change.kind().done();
      session.out().println(verb + " " + directory.display(change));
      if (diff) {
        session.out().print(change.diff(directory.display(change)));
      }
    }
    session.out().println(summary(rendering.changes().size(), rendering.files()));
  }

  private String summary(int changes, int files) {
    if (changes == 0) {
      return Quantity.of(files, "file") + " up to date";
    }
    return Quantity.of(changes, "file")
        + (check ? " out of date; run exportctl render" : " written or removed");
  }
}
