package io.exportctl.scaffold;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.render.TemplateEngine;
import io.exportctl.schema.Schemas;
import io.exportctl.workspace.Artifact;
import io.exportctl.workspace.Bundle;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.NewFiles;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A new workspace: lists the files that block it, and writes its content. */
public final class NewWorkspace {

  /** Folder of templates laid out as in the workspace; each file name ends in {@code .ftl}. */
  private static final String SETTINGS = "templates/init";

  private final Workspace workspace;
  private final Drafts drafts;
  private final Examples examples;
  private final Scaffolder scaffolder;

  /**
   * Prepares a workspace.
   *
   * @param workspace a workspace whose folder need not exist
   */
  public NewWorkspace(Workspace workspace, Schemas schemas) {
    TemplateEngine templates = new TemplateEngine(workspace::resource);
    this.workspace = workspace;
    this.drafts = new Drafts(templates);
    this.examples = new Examples(schemas, drafts);
    this.scaffolder = new Scaffolder(workspace, templates);
  }

  /**
   * Lists files in the folders that must be empty at first. Terraform, for example, would treat any
   * configuration there as part of ours.
   *
   * @return printed paths, sorted
   */
  public List<String> inTheWay() {
    return Stream.of(workspace.datasets(), workspace.schema(), workspace.terraform())
        .filter(NewWorkspace::exists)
        .flatMap(folder -> files(folder).stream())
        .map(workspace::display)
        .sorted()
        .toList();
  }

  /** Returns the future content of {@code datasets/}, to validate before writing. */
  public Inventory inventory(PlatformDraft platform) {
    List<DatasetFile> datasets =
        examples.kinds().stream()
            .map(
                kind -> scaffolder.asFile(kind, Examples.name(kind), examples.text(kind, platform)))
            .toList();
    String display = workspace.display(workspace.platformFile());
    return new Inventory(
        YamlReader.read(display, bytes(drafts.platform(platform))), datasets, List.of());
  }

  /**
   * Writes the whole workspace, or nothing if one file cannot be written.
   *
   * @param artifacts the files to copy beside the Terraform
   * @param action the GitHub action from which CI gets exportctl
   */
  public Written write(PlatformDraft platform, Map<Artifact, Path> artifacts, String action) {
    Map<Path, byte[]> files = new LinkedHashMap<>(BroughtFiles.terraform(workspace, artifacts));
    files.putAll(BroughtFiles.schemas(workspace));
    for (DatasetKind kind : examples.kinds()) {
      Path path = workspace.datasetFile(kind, Examples.name(kind));
      files.put(path, bytes(examples.text(kind, platform)));
    }
    SortedMap<Path, byte[]> settings = settings(artifacts.keySet(), action);
    List<Path> kept = settings.keySet().stream().filter(NewWorkspace::exists).toList();
    settings.keySet().removeAll(kept);
    files.putAll(settings);
    // Last, as this file turns the folder into a workspace.
    files.put(workspace.platformFile(), bytes(drafts.platform(platform)));
    new NewFiles(workspace).write(files);
    return new Written(files.size(), kept.stream().map(workspace::display).toList());
  }

  /**
   * Result of writing a workspace.
   *
   * @param files the number of files written
   * @param kept printed paths of settings that existed before and were left unchanged
   */
  public record Written(int files, List<String> kept) {

    public Written {
      kept = List.copyOf(kept);
    }
  }

  /** Returns the files for people, editors, git and CI; those for CI go to the repository root. */
  private SortedMap<Path, byte[]> settings(Collection<Artifact> artifacts, String action) {
    Path root = workspace.root();
    Path repository = Workspace.repository(root).orElse(root);
    String folder = repository.relativize(root).toString().replace('\\', '/');
    Map<String, Object> model =
        Map.of(
            "kinds",
            ids(List.of(DatasetKind.values())),
            "examples",
            ids(examples.kinds()),
            "artifacts",
            List.copyOf(artifacts),
            "action",
            action,
            "folder",
            folder.isEmpty() ? "." : folder);
    SortedMap<Path, byte[]> files = new TreeMap<>();
    for (String template : Bundle.list(SETTINGS)) {
      String path = template.substring(SETTINGS.length() + 1, template.length() - ".ftl".length());
      Path target = (path.startsWith(".github/") ? repository : root).resolve(path);
      files.put(target, bytes(drafts.file(template, model)));
    }
    return files;
  }

  private static List<String> ids(List<DatasetKind> kinds) {
    return kinds.stream().map(DatasetKind::id).toList();
  }

  private List<Path> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + workspace.display(folder), e);
    } catch (UncheckedIOException e) {
      throw ExportctlException.of("cannot list " + workspace.display(folder), e.getCause());
    }
  }

  /** Returns true if a path exists, even as a broken link. */
  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
