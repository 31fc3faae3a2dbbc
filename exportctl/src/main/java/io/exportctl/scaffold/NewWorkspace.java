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
import io.exportctl.workspace.SchemaFile;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workspace before it exists: what is in its way, and what it will hold. */
public final class NewWorkspace {

  /** Laid out as in the workspace, each file with {@code .ftl} at its end. */
  private static final String SETTINGS = "templates/init";

  private final Workspace workspace;
  private final Drafts drafts;
  private final Examples examples;
  private final Scaffolder scaffolder;

  /**
   * @param workspace whose folder need not exist
   */
  public NewWorkspace(Workspace workspace, Schemas schemas) {
    TemplateEngine templates = new TemplateEngine(workspace::resource);
    this.workspace = workspace;
    this.drafts = new Drafts(templates);
    this.examples = new Examples(schemas, drafts);
    this.scaffolder = new Scaffolder(workspace, templates);
  }

  /**
   * What lies in the folders that have to be the workspace's own: Terraform, for one, would take
   * any configuration there for a part of ours.
   *
   * @return paths as they are printed, sorted
   */
  public List<String> inTheWay() {
    return Stream.of(workspace.datasets(), workspace.schema(), workspace.terraform())
        .filter(NewWorkspace::exists)
        .flatMap(folder -> files(folder).stream())
        .map(workspace::display)
        .sorted()
        .toList();
  }

  /** What {@code datasets/} will hold, to be validated before it exists. */
  public Inventory inventory(PlatformDraft platform) {
    List<DatasetFile> datasets =
        Arrays.stream(DatasetKind.values())
            .map(
                kind -> scaffolder.asFile(kind, Examples.name(kind), examples.text(kind, platform)))
            .toList();
    String display = workspace.display(workspace.platformFile());
    return new Inventory(
        YamlReader.read(display, bytes(drafts.platform(platform))), datasets, List.of());
  }

  /**
   * Writes it all, or nothing where one file cannot be written.
   *
   * @param artifacts the files that are copied beside the Terraform
   * @param action the action that CI takes exportctl from
   */
  public Written write(PlatformDraft platform, Map<Artifact, Path> artifacts, String action) {
    Map<Path, byte[]> files = new LinkedHashMap<>(terraform(artifacts));
    files.putAll(schemas());
    for (DatasetKind kind : DatasetKind.values()) {
      Path path = workspace.datasetFile(kind, Examples.name(kind));
      files.put(path, bytes(examples.text(kind, platform)));
    }
    SortedMap<Path, byte[]> settings = settings(artifacts.keySet(), action);
    List<Path> kept = settings.keySet().stream().filter(NewWorkspace::exists).toList();
    settings.keySet().removeAll(kept);
    files.putAll(settings);
    // Last: it makes a workspace of the folder, which before was none.
    files.put(workspace.platformFile(), bytes(drafts.platform(platform)));
    new NewFiles(workspace).write(files);
    return new Written(files.size(), kept.stream().map(workspace::display).toList());
  }

  /**
   * What was done.
   *
   * @param kept settings that were there before, and are as they were; as they are printed
   */
  public record Written(int files, List<String> kept) {

    public Written {
      kept = List.copyOf(kept);
    }
  }

  /** With the artifacts where modules/artifact looks for them. */
  private Map<Path, byte[]> terraform(Map<Artifact, Path> artifacts) {
    SortedMap<Path, byte[]> files = brought(Bundle.list("terraform").stream());
    artifacts.forEach(
        (artifact, path) -> files.put(workspace.terraform().resolve(artifact.name()), read(path)));
    return files;
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + path, e);
    }
  }

  private Map<Path, byte[]> schemas() {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    Stream.concat(Stream.of("platform"), kinds().stream())
        .map(SchemaFile::path)
        .forEach(
            path ->
                files.put(
                    workspace.root().resolve(path), bytes(SchemaFile.read(path, Bundle::read))));
    return files;
  }

  private SortedMap<Path, byte[]> brought(Stream<String> paths) {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    paths.forEach(path -> files.put(workspace.root().resolve(path), Bundle.read(path)));
    return files;
  }

  /** For people, editors, git and CI, which looks for its own at the root of the repository. */
  private SortedMap<Path, byte[]> settings(Collection<Artifact> artifacts, String action) {
    Path root = workspace.root();
    Path repository = Workspace.repository(root).orElse(root);
    String folder = repository.relativize(root).toString().replace('\\', '/');
    Map<String, Object> model =
        Map.of(
            "kinds",
            kinds(),
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

  private static List<String> kinds() {
    return Arrays.stream(DatasetKind.values()).map(DatasetKind::id).toList();
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

  /** A link that leads nowhere too. */
  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
