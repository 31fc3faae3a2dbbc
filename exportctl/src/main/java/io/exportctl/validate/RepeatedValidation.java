package io.exportctl.validate;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Validates one workspace again and again. What a file holds is kept until the file changes, and
 * what is to be said of it alone; what is found across files is found anew each time.
 */
public final class RepeatedValidation {

  private final Workspace workspace;
  private final ConcurrentMap<Path, YamlDocument> documents = new ConcurrentHashMap<>();
  private Optional<Validator> validator = Optional.empty();

  public RepeatedValidation(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What is there, and what was found. */
  public record Result(Inventory inventory, Diagnostics found) {}

  /** Forgets what may no longer be so: files that changed, and all that is in folders that did. */
  public void forget(Set<Path> changed) {
    for (Path path : changed) {
      documents.remove(path);
      if (holdsDatasets(path)) {
        documents.keySet().removeIf(file -> file.startsWith(path));
      }
      if (path.startsWith(workspace.schema()) || workspace.schema().startsWith(path)) {
        validator = Optional.empty();
      }
    }
  }

  private boolean holdsDatasets(Path path) {
    return Arrays.stream(DatasetKind.values())
        .anyMatch(kind -> workspace.datasets(kind).startsWith(path));
  }

  /** The same as a {@link Validator} finds that sees the workspace for the first time. */
  public Result validate(LocalDate today) {
    Validator current =
        validator
            .filter(known -> known.today().equals(today))
            .orElseGet(() -> new Validator(new Schemas(workspace::resource), today));
    validator = Optional.of(current);
    Inventory inventory = workspace.read(documents);
    return new Result(inventory, current.validate(inventory));
  }
}
