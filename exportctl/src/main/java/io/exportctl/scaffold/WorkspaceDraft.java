package io.exportctl.scaffold;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.schema.Property;
import io.exportctl.schema.Schemas;
import io.exportctl.validate.Validator;
import io.exportctl.workspace.Artifact;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A new workspace, validated before it is written. */
public final class WorkspaceDraft {

  private final Path root;
  private final Map<String, String> tags;
  private final LocalDate today;
  private final Schemas schemas;
  private final NewWorkspace created;
  private final String platformFile;

  public WorkspaceDraft(Workspace workspace, Map<String, String> tags, LocalDate today) {
    this.root = workspace.root();
    this.tags = tags;
    this.today = today;
    this.schemas = new Schemas(workspace::resource);
    this.created = new NewWorkspace(workspace, schemas);
    this.platformFile = workspace.display(workspace.platformFile());
  }

  /** Returns the required keys of the platform's file that take one value. */
  public List<Property> properties() {
    return schemas.platformProperties().stream()
        .filter(property -> property.required() && !property.takesKeys())
        .toList();
  }

  /** Validates the workspace; errors of the platform come first, as the examples depend on it. */
  public Diagnostics check(Map<String, List<String>> values) {
    Diagnostics found = new Validator(schemas, today).validate(created.inventory(platform(values)));
    Diagnostics inPlatform = found.filter(one -> one.location().file().equals(platformFile));
    return inPlatform.hasErrors() ? inPlatform : found;
  }

  /** Returns the path of CI's workflow, relative to the workspace: GitHub reads it in the root. */
  public String workflow() {
    Path repository = Workspace.repository(root).orElse(root);
    Path workflow = repository.resolve(".github/workflows/exports.yaml");
    return root.relativize(workflow).toString().replace('\\', '/');
  }

  public List<String> inTheWay() {
    return created.inTheWay();
  }

  public NewWorkspace.Written write(
      Map<String, List<String>> values, Map<Artifact, Path> artifacts, String version) {
    // As docs/ci.md has it: nobody but the team knows where its exportctl is.
    String action = "your-organisation/exportctl@v" + version;
    return created.write(platform(values), artifacts, action);
  }

  private PlatformDraft platform(Map<String, List<String>> values) {
    return new PlatformDraft(values, tags);
  }
}
