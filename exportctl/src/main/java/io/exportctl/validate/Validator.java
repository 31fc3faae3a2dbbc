package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.TwoThreads;
import io.exportctl.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds everything that is wrong in a workspace: as YAML, by the schemas, by the rules. What it
 * said of a file it says again of the same file in the same setting, so that to validate once more
 * costs little beyond what has changed.
 */
public final class Validator {

  private final Schemas schemas;
  private final LocalDate today;

  /** The last workspace that was seen. */
  private volatile Optional<Checked> before = Optional.empty();

  /**
   * @param today for the dates by which datasets are to be reviewed
   */
  public Validator(Schemas schemas, LocalDate today) {
    this.schemas = schemas;
    this.today = today;
  }

  /** For the dates by which datasets are to be reviewed. */
  LocalDate today() {
    return today;
  }

  public Diagnostics validate(Inventory inventory) {
    YamlDocument platform = inventory.platform();
    List<Diagnostic> inPlatform = new ArrayList<>(platform.problems());
    inPlatform.addAll(schemas.checkPlatform(platform));
    Setting setting =
        new Setting(
            platform,
            Diagnostics.of(inPlatform).hasErrors()
                ? Optional.empty()
                : Optional.of(Platform.read(platform)),
            today);
    Checked checked = new Checked(setting, check(inventory.datasets(), setting));
    before = Optional.of(checked);
    List<Diagnostic> found = new ArrayList<>(inPlatform);
    for (CheckedFile file : checked.files()) {
      found.addAll(file.found());
    }
    found.addAll(inventory.strays());
    int files = checked.files().size();
    for (List<Diagnostic> across :
        TwoThreads.map(Rules.ACROSS_FILES, files, rule -> check(rule, checked))) {
      found.addAll(across);
    }
    return Diagnostics.of(new Suppression(checked).apply(found));
  }

  private List<CheckedFile> check(List<DatasetFile> files, Setting setting) {
    IdentityHashMap<YamlDocument, CheckedFile> known = new IdentityHashMap<>();
    if (before.isPresent() && before.get().setting().equals(setting)) {
      for (CheckedFile file : before.get().files()) {
        known.put(file.values().file().document(), file);
      }
    }
    return TwoThreads.map(
        files,
        file -> {
          CheckedFile same = known.get(file.document());
          return same != null && same.values().file().equals(file) ? same : check(file, setting);
        });
  }

  /** What is wrong with one dataset's file, whatever the others hold. */
  CheckedFile check(DatasetFile file, Setting setting) {
    List<Diagnostic> found = new ArrayList<>(file.document().problems());
    found.addAll(schemas.check(file.kind(), file.document()));
    FileValues values = new FileValues(file, refused(found));
    Consumer<Diagnostic> taker = into(found);
    for (FileRule rule : Rules.IN_FILE) {
      rule.check(values, setting, taker);
    }
    return new CheckedFile(values, found, Ignore.in(file.document()));
  }

  private static List<Diagnostic> check(WorkspaceRule rule, Checked checked) {
    List<Diagnostic> found = new ArrayList<>();
    rule.check(checked, into(found));
    return found;
  }

  /** One place that is linked once: see {@link TwoThreads}. */
  private static Consumer<Diagnostic> into(List<Diagnostic> found) {
    return found::add;
  }

  /** A value that is only warned of is taken. */
  private static Set<Location> refused(List<Diagnostic> diagnostics) {
    Set<Location> refused = new HashSet<>();
    for (Diagnostic found : diagnostics) {
      if (found.severity() == Severity.ERROR) {
        refused.add(found.location());
      }
    }
    return refused;
  }
}
