package io.exportctl.render;

import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a folder has to become so that Terraform can run in it; nothing is written before {@link
 * #apply}.
 *
 * @param files how many are rendered
 */
public record Rendering(OutputDirectory directory, List<Change> changes, int files) {

  public Rendering {
    changes = List.copyOf(changes);
  }

  /**
   * Renders, and compares with what is there.
   *
   * @param valid what is in the workspace, without errors
   * @param adoption what the next plan takes over
   */
  public static Rendering of(
      Workspace workspace, Inventory valid, Path folder, Optional<Adoption> adoption) {
    Renderer renderer = new Renderer(new TemplateEngine(workspace::resource));
    List<RenderedFile> rendered = new ArrayList<>(renderer.render(valid));
    adoption.ifPresent(adopted -> rendered.add(renderer.adopt(valid, adopted)));
    OutputDirectory directory = new OutputDirectory(folder, workspace.display(folder));
    List<Change> changes = directory.compare(rendered, handWritten(workspace, folder));
    return new Rendering(directory, changes, rendered.size());
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

  public void apply() {
    directory.apply(changes);
  }
}
