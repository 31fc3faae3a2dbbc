package io.exportctl.cli.completion;

import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Users named in the datasets. */
public final class UserCandidates extends WorkspaceCandidates {

  @Override
  Stream<String> in(Path folder, String word) {
    return Workspace.around(folder).stream()
        .flatMap(workspace -> workspace.read().datasets().stream())
        .flatMap(Kinds::users)
        .distinct();
  }
}
