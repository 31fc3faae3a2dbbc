package io.exportctl.workspace;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Links that lead out of a repository. Reviewers do not see what is behind them, and a message
 * would quote it.
 *
 * @param root root of a workspace, which stands for its repository if there is none
 */
record LinkedFiles(Path root) {

  /** Returns a finding if a path is such a link. */
  Optional<Diagnostic> fault(Path path, String display) {
    return leadsOut(path)
        ? Optional.of(
            Diagnostic.of(
                    Location.of(display),
                    RuleId.UNREADABLE_FILE,
                    "a link out of the repository, expected what it leads to")
                .withHelp("replace the link by what it leads to"))
        : Optional.empty();
  }

  private boolean leadsOut(Path path) {
    if (!Files.isSymbolicLink(path)) {
      return false;
    }
    try {
      Path repository = Workspace.repository(root).orElse(root);
      return !path.toRealPath().startsWith(repository.toRealPath());
    } catch (IOException e) {
      return false; // Reading the file tells why.
    }
  }
}
