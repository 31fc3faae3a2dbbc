package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Validates one workspace again and again. What a file holds, and what its schema says of it, is
 * kept until the file changes; what is found across files is found anew each time.
 */
public final class RepeatedValidation {

  private final Workspace workspace;
  private final ConcurrentMap<Path, YamlDocument> documents = new ConcurrentHashMap<>();

  /** What {@link Validator#check} said of a file, by its path inside the workspace. */
  private final Map<String, List<Diagnostic>> checked = new ConcurrentHashMap<>();

  private Optional<Schemas> schemas = Optional.empty();

  public RepeatedValidation(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What is there, and what was found. */
  public record Result(Inventory inventory, Diagnostics found) {}

  /** Forgets what may no longer be so: files that changed, and all that is in folders that did. */
  public void forget(Set<Path> changed) {
    for (Path path : changed) {
      documents.keySet().removeIf(file -> file.startsWith(path));
      Path source = workspace.root().relativize(path);
      checked.keySet().removeIf(file -> Path.of(file).startsWith(source));
      if (path.startsWith(workspace.schema()) || workspace.schema().startsWith(path)) {
        schemas = Optional.empty();
        checked.clear();
      }
    }
  }

  /** The same as a {@link Validator} finds that sees the workspace for the first time. */
  public Result validate(LocalDate today) {
    if (schemas.isEmpty()) {
      schemas = Optional.of(new Schemas(workspace::resource));
    }
    Validator validator = new Validator(schemas.get(), today);
    Inventory inventory = workspace.read(documents);
    Diagnostics found =
        validator.validate(
            inventory,
            file -> checked.computeIfAbsent(file.source(), unseen -> validator.check(file)));
    return new Result(inventory, found);
  }
}
