package io.exportctl.cli.completion;

import io.exportctl.dataset.DatasetId;
import io.exportctl.render.OutputDirectory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removed datasets that still have a root module. */
public final class RemovedCandidates extends WorkspaceCandidates {

  @Override
  Stream<String> in(Path folder, String word) {
    return Workspace.around(folder).stream()
        .flatMap(RemovedCandidates::removed)
        .map(DatasetId::toString);
  }

  private static Stream<DatasetId> removed(Workspace workspace) {
    OutputDirectory terraform =
        new OutputDirectory(workspace.terraform(), workspace.display(workspace.terraform()));
    Set<DatasetId> existing =
        workspace.read().datasets().stream()
            .flatMap(file -> file.id().stream())
            .collect(Collectors.toSet());
    return terraform.datasets().stream().filter(id -> !existing.contains(id));
  }
}
