package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.render.TemplateEngine;
import io.exportctl.workspace.NewFiles;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the file of a new dataset. */
public final class Scaffolder {

  private final Workspace workspace;
  private final Drafts drafts;

  public Scaffolder(Workspace workspace, TemplateEngine templates) {
    this.workspace = workspace;
    this.drafts = new Drafts(templates);
  }

  /**
   * Renders the file without writing it.
   *
   * @param values the values by key; a list has all its items, another key has one
   */
  public String draft(DatasetKind kind, String name, Map<String, List<String>> values) {
    return drafts.dataset(kind, name, values, hasSchema(kind), false);
  }

  /** Returns true if the workspace has the schema, for editors to find. */
  private boolean hasSchema(DatasetKind kind) {
    return Files.exists(workspace.root().resolve(SchemaFile.path(kind.id())));
  }

  /** Parses a draft as a file of the workspace, to validate before writing. */
  public DatasetFile asFile(DatasetKind kind, String name, String draft) {
    Path path = workspace.datasetFile(kind, name);
    return new DatasetFile(
        kind,
        Optional.of(name),
        workspace.source(path),
        YamlReader.read(workspace.display(path), draft.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes the file.
   *
   * @return its printed path
   * @throws ExportctlException if it exists already, or cannot be written
   */
  public String write(DatasetKind kind, String name, String draft) {
    Path path = workspace.datasetFile(kind, name);
    new NewFiles(workspace).write(Map.of(path, draft.getBytes(StandardCharsets.UTF_8)));
    return workspace.display(path);
  }
}
