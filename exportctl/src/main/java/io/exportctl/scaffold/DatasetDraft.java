package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.render.TemplateEngine;
import io.exportctl.schema.Property;
import io.exportctl.schema.Schemas;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A new dataset's file, checked together with the existing files before it is written. */
public final class DatasetDraft {

  private final DatasetKind kind;
  private final String name;
  private final Schemas schemas;
  private final Inventory others;
  private final Scaffolder scaffolder;
  private final LocalDate today;

  public DatasetDraft(Workspace workspace, DatasetKind kind, String name, LocalDate today) {
    this.today = today;
    this.kind = kind;
    this.name = name;
    this.schemas = new Schemas(workspace::resource);
    this.others = workspace.read();
    this.scaffolder = new Scaffolder(workspace, new TemplateEngine(workspace::resource));
  }

  /** Returns the keys that the file may have. */
  public List<Property> properties() {
    return schemas.properties(kind);
  }

  /** Validates the file as if it existed. */
  public Diagnostics check(Map<String, List<String>> values) {
    var file = scaffolder.asFile(kind, name, scaffolder.draft(kind, name, values));
    String path = file.document().file();
    return new Validator(schemas, today)
        .validate(others.with(file))
        .filter(found -> found.location().file().equals(path));
  }

  /** Writes the file and returns its printed path. */
  public String write(Map<String, List<String>> values) {
    return scaffolder.write(kind, name, scaffolder.draft(kind, name, values));
  }
}
