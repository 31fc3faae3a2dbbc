package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds everything that is wrong in a workspace: as YAML, by the schemas, by the rules. */
public final class Validator {

  private final Schemas schemas;
  private final LocalDate today;

  /**
   * @param today for the dates by which datasets are to be reviewed
   */
  public Validator(Schemas schemas, LocalDate today) {
    this.schemas = schemas;
    this.today = today;
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
    List<Diagnostic> found = new ArrayList<>(inPlatform);
    for (CheckedFile file : checked.files()) {
      found.addAll(file.found());
    }
    found.addAll(inventory.strays());
    for (WorkspaceRule rule : Rules.ACROSS_FILES) {
      rule.check(checked, found::add);
    }
    return Diagnostics.of(new Suppression(checked).apply(found));
  }

  private List<CheckedFile> check(List<DatasetFile> files, Setting setting) {
    List<CheckedFile> checked = new ArrayList<>(files.size());
    for (DatasetFile file : files) {
      checked.add(check(file, setting));
    }
    return checked;
  }

  /** What is wrong with one dataset's file, whatever the others hold. */
  CheckedFile check(DatasetFile file, Setting setting) {
    List<Diagnostic> found = new ArrayList<>(file.document().problems());
    found.addAll(schemas.check(file.kind(), file.document()));
    FileValues values = new FileValues(file, refused(found));
    for (FileRule rule : Rules.IN_FILE) {
      rule.check(values, setting, found::add);
    }
    return new CheckedFile(values, found, Ignore.in(file.document()));
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
