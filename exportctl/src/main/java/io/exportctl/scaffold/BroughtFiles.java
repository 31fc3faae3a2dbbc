package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Artifact;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that the tool brings into a workspace and that teams do not edit: Terraform, the programs
 * that it uploads, and the schemas.
 */
final class BroughtFiles {

  private BroughtFiles() {}

  /** Returns the Terraform, with the artifacts where modules/artifact looks for them. */
  static SortedMap<Path, byte[]> terraform(Workspace workspace, Map<Artifact, Path> artifacts) {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    Bundle.list("terraform")
        .forEach(path -> files.put(workspace.root().resolve(path), Bundle.read(path)));
    artifacts.forEach(
        (artifact, path) -> files.put(workspace.terraform().resolve(artifact.name()), read(path)));
    return files;
  }

  /** Returns the schemas of platform.yaml and of the kinds. */
  static SortedMap<Path, byte[]> schemas(Workspace workspace) {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    List<String> names = new ArrayList<>(List.of("platform"));
    for (DatasetKind kind : DatasetKind.values()) {
      names.add(kind.id());
    }
    for (String name : names) {
      String path = SchemaFile.path(name);
      String text = SchemaFile.read(path, Bundle::read);
      files.put(workspace.root().resolve(path), text.getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + path, e);
    }
  }
}
