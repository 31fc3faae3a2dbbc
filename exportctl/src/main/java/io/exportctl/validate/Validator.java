package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.kind.Kinds;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.RuleContext;
import io.exportctl.rule.UserAdvice;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.schema.Re2Groups;
import io.exportctl.schema.Schemas;
import io.exportctl.workspace.Inventory;
import io.exportctl.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Validates a workspace: its YAML, then the schemas, then the rules. */
public final class Validator {

  private final Schemas schemas;
  private final LocalDate today;

  /**
   * Validates as of a date.
   *
   * @param today date against which review dates are compared
   */
  public Validator(Schemas schemas, LocalDate today) {
    this.schemas = schemas;
    this.today = today;
  }

  public Diagnostics validate(Inventory inventory) {
    YamlDocument platform = inventory.platform();
    List<Diagnostic> found = new ArrayList<>(checkPlatform(platform));
    RuleContext context =
        new RuleContext(
            platform,
            Diagnostics.of(found).hasErrors()
                ? Optional.empty()
                : Optional.of(Platform.read(platform)),
            today,
            // A lambda, as the class archive cannot hold a reference to a method of an interface.
            expression -> Re2Groups.of(expression));
    List<CheckedFile> files = new ArrayList<>(inventory.datasets().size());
    List<FileValues> values = new ArrayList<>(inventory.datasets().size());
    for (DatasetFile dataset : inventory.datasets()) {
      CheckedFile file = check(dataset, context);
      files.add(file);
      found.addAll(file.found());
      values.add(file.values());
    }
    found.addAll(inventory.strays());
    CheckedWorkspace workspace = new CheckedWorkspace(context, values);
    for (WorkspaceRule rule : Rules.ACROSS_FILES) {
      // A lambda, as the class archive cannot hold a reference to a method of an interface.
      rule.check(workspace, one -> found.add(one));
    }
    return Diagnostics.of(new Suppression(context, files).apply(found));
  }

  /** Checks a single dataset file. */
  CheckedFile check(DatasetFile file, RuleContext context) {
    CheckedFile checked = find(file, context);
    return checked.found().isEmpty()
        ? checked
        : checked.with(
            new TriedFixes(copy -> find(file.with(copy), context).found())
                .of(file.document(), checked.found()));
  }

  private CheckedFile find(DatasetFile file, RuleContext context) {
    List<Diagnostic> found = new ArrayList<>(file.document().problems());
    found.addAll(schemas.check(file.kind(), file.document()));
    if (!found.isEmpty() && context.platform().isPresent()) {
      new UserAdvice(file.document(), context.platform().get().userPrefix())
          .improve(Kinds.of(file.kind()).userKeys(), found);
    }
    FileValues values = new FileValues(file, refused(found));
    for (FileRule rule : Rules.inFile(file.kind())) {
      rule.check(values, context, one -> found.add(one));
    }
    if (!Details.stateOf(file.document()).isDeployed()) {
      found.removeIf(one -> one.rule() == RuleId.PLACEHOLDER);
    }
    return new CheckedFile(values, found, Ignore.in(file.document()));
  }

  private List<Diagnostic> checkPlatform(YamlDocument platform) {
    List<Diagnostic> found = findInPlatform(platform);
    return found.isEmpty() ? found : new TriedFixes(this::findInPlatform).of(platform, found);
  }

  private List<Diagnostic> findInPlatform(YamlDocument platform) {
    List<Diagnostic> found = new ArrayList<>(platform.problems());
    found.addAll(schemas.checkPlatform(platform));
    return found;
  }

  /** Returns the places of errors and of their values; warnings do not make a value invalid. */
  private static Set<Location> refused(List<Diagnostic> diagnostics) {
    Set<Location> refused = new HashSet<>();
    for (Diagnostic found : diagnostics) {
      if (found.severity() == Severity.ERROR) {
        refused.add(found.location());
        refused.addAll(found.related());
      }
    }
    return refused;
  }
}
