package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes that make a folder ready for Terraform; nothing is written before {@link #apply}.
 *
 * @param files number of rendered files
 * @param switched true if the folder holds another layout
 */
public record Rendering(
    OutputDirectory directory, List<Change> changes, int files, boolean switched) {

  public Rendering {
    changes = List.copyOf(changes);
  }

  /**
   * Renders a workspace and compares the result with a folder.
   *
   * @param valid the workspace's files, without errors
   * @throws ExportctlException if a part cannot be rendered without the rest
   */
  public static Rendering of(
      Workspace workspace, Inventory valid, Path folder, RenderScope extent) {
    OutputDirectory directory = new OutputDirectory(folder, workspace.display(folder));
    if (!folder.equals(workspace.terraform())) {
      new ExistingFiles(folder, workspace.display(folder), FileFamily.TERRAFORM).requireRendered();
    }
    Platform platform = Platform.read(valid.platform());
    Layout layout = platform.layout();
    boolean switched = directory.layout().orElse(layout) != layout;
    if (layout == Layout.SINGLE && !extent.retired().isEmpty()) {
      throw new ExportctlException(
          "one root has nothing to retire: its next apply takes down what is gone");
    }
    if (layout == Layout.PER_DATASET && extent.adoption().isPresent()) {
      throw new ExportctlException(
          "adopting needs one root; leave layout out of datasets/platform.yaml until that is"
              + " applied");
    }
    RootModules modules = RootModules.of(new TemplateEngine(workspace::resource), platform, valid);
    if (!extent.isWhole()) {
      requireTheRest(directory, switched, layout, modules.filesBeyond(extent));
    }
    List<PlannedFile> files = modules.files(layout, extent, directory.roots());
    List<Change> changes =
        directory.compare(files, extent.isWhole(), handWritten(workspace, folder, files));
    return new Rendering(directory, changes, files.size(), switched);
  }

  /** Refuses a root that would lack a dataset: its apply would destroy the dataset's resources. */
  private static void requireTheRest(
      OutputDirectory directory, boolean switched, Layout layout, List<String> others) {
    if (switched) {
      throw new ExportctlException(
          "the layout changes for all datasets; run exportctl render without --only first");
    }
    List<String> missing = others.stream().filter(path -> !directory.has(path)).toList();
    if (layout == Layout.SINGLE && !missing.isEmpty()) {
      throw new ExportctlException(
          directory.display(missing.get(0))
              + " is missing, and a root needs all; run exportctl render first");
    }
  }

  /** Hand-written files to add; the workspace's own folder has them already. */
  private static List<RenderedFile> handWritten(
      Workspace workspace, Path folder, List<PlannedFile> rendered) {
    if (folder.equals(workspace.terraform()) && Files.isDirectory(folder.resolve("modules"))) {
      return List.of();
    }
    Set<String> paths = rendered.stream().map(PlannedFile::path).collect(Collectors.toSet());
    return workspace.handWrittenTerraform(paths).entrySet().stream()
        .map(entry -> new RenderedFile(entry.getKey(), entry.getValue()))
        .filter(file -> !file.isRendered())
        .toList();
  }

  /** Returns the deleted datasets whose Terraform goes with these changes, sorted. */
  public List<DatasetId> removed() {
    List<DatasetId> removed = new ArrayList<>();
    for (Change change : changes) {
      String name = change.path().substring(change.path().lastIndexOf('/') + 1);
      if (change.kind() == Change.Kind.REMOVE && !switched && name.endsWith(".tf")) {
        Roots.dataset(name.substring(0, name.length() - ".tf".length())).ifPresent(removed::add);
      }
    }
    return removed.stream().sorted().toList();
  }

  public void apply() {
    directory.apply(changes);
  }
}
