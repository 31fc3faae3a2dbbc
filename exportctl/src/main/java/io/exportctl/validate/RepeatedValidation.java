package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.RepeatedReading;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Validates one workspace again and again. What is to be said of a file alone is kept until the
 * file changes; what is found across files is found anew each time.
 */
public final class RepeatedValidation {

  private final Workspace workspace;
  private final RepeatedReading reading;
  private Optional<Validator> validator = Optional.empty();

  public RepeatedValidation(Workspace workspace) {
    this.workspace = workspace;
    this.reading = new RepeatedReading(workspace);
  }

  /** What is there, and what was found. */
  public record Result(Inventory inventory, Diagnostics found) {}

  /** Forgets what may no longer be so: files that changed, and all that is in folders that did. */
  public void forget(Set<Path> changed) {
    reading.forget(changed);
    for (Path path : changed) {
      if (path.startsWith(workspace.schema()) || workspace.schema().startsWith(path)) {
        validator = Optional.empty();
      }
    }
  }

  /** The same as a {@link Validator} finds that sees the workspace for the first time. */
  public Result validate(LocalDate today) {
    Validator current =
        validator
            .filter(known -> known.today().equals(today))
            .orElseGet(() -> new Validator(new Schemas(workspace::resource), today));
    validator = Optional.of(current);
    Inventory inventory = reading.read();
    return new Result(inventory, current.validate(inventory));
  }
}
