package io.exportctl.cli;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.render.TemplateEngine;
import io.exportctl.scaffold.Scaffolder;
import io.exportctl.validate.Property;
import io.exportctl.validate.Schemas;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A dataset file before it exists: validated among the others as if it did. */
final class Draft {

  private final DatasetKind kind;
  private final String name;
  private final Schemas schemas;
  private final Inventory others;
  private final Scaffolder scaffolder;
  private final LocalDate today;

  Draft(Workspace workspace, DatasetKind kind, String name, LocalDate today) {
    this.today = today;
    this.kind = kind;
    this.name = name;
    this.schemas = new Schemas(workspace::resource);
    this.others = workspace.read();
    this.scaffolder = new Scaffolder(workspace, new TemplateEngine(workspace::resource));
  }

  /** The keys that it may have. */
  List<Property> properties() {
    return schemas.properties(kind);
  }

  /** What is wrong with values that were given. */
  Diagnostics faults(Map<String, List<String>> values) {
    return check(values)
        .filter(found -> found.rule() != RuleId.PLACEHOLDER)
        .filter(found -> found.severity() == Severity.ERROR);
  }

  /** What may be right, and is to be looked at. */
  Diagnostics warnings(Map<String, List<String>> values) {
    return check(values).filter(found -> found.severity() == Severity.WARNING);
  }

  /** What is left to fill in. */
  Diagnostics blanks(Map<String, List<String>> values) {
    return check(values).filter(found -> found.rule() == RuleId.PLACEHOLDER);
  }

  /** Writes the file, and gives its path as it is printed. */
  String write(Map<String, List<String>> values) {
    return scaffolder.write(kind, name, scaffolder.draft(kind, name, values));
  }

  private Diagnostics check(Map<String, List<String>> values) {
    var file = scaffolder.asFile(kind, name, scaffolder.draft(kind, name, values));
    String path = file.document().file();
    return new Validator(schemas, today)
        .validate(others.with(file))
        .filter(found -> found.location().file().equals(path));
  }
}
