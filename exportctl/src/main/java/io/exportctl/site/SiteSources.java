package io.exportctl.site;

import io.exportctl.git.FileHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Facts that the pages show beside the datasets' files.
 *
 * @param today day on which reviews are judged; empty to leave that to the browser
 * @param deployed resources in states of Terraform; empty if none was given
 */
public record SiteSources(
    FileHistory history, Optional<LocalDate> today, Optional<DeployedResources> deployed) {

  /**
   * Reads the given states.
   *
   * @param states files that {@code terraform state pull} wrote
   * @throws io.exportctl.diagnostic.ExportctlException if one cannot be read
   */
  public static SiteSources of(FileHistory history, Optional<LocalDate> today, List<Path> states) {
    Optional<DeployedResources> deployed =
        states.isEmpty() ? Optional.empty() : Optional.of(DeployedResources.read(states));
    return new SiteSources(history, today, deployed);
  }
}
