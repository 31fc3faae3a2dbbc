package io.exportctl.workspace;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The folder that everything is below: {@code datasets/}, and optionally a team's own {@code
 * schema/}, {@code templates/}, {@code terraform/}, which win over those that the tool brings.
 */
public final class Workspace {

  private static final Path PLATFORM = Path.of("datasets", "platform.yaml");

  private final Path root;
  private final Path workingDirectory;

  private Workspace(Path root, Path workingDirectory) {
    this.root = root;
    this.workingDirectory = workingDirectory;
  }

  /**
   * The nearest folder upwards that holds {@code datasets/platform.yaml}.
   *
   * @throws ExportctlException where there is none
   */
  public static Workspace find(Path workingDirectory) {
    return around(workingDirectory)
        .orElseThrow(
            () ->
                new ExportctlException(
                    "no datasets/platform.yaml in "
                        + workingDirectory.toAbsolutePath().normalize()
                        + " or a folder above it; go to the folder of your exports, or name it"
                        + " with -C DIR"));
  }

  /** The same, for what works without one too. */
  public static Optional<Workspace> around(Path workingDirectory) {
    Path start = workingDirectory.toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(PLATFORM))) {
        return Optional.of(new Workspace(folder, start));
      }
    }
    return Optional.empty();
  }

  /** One that is yet to be written. */
  public static Workspace at(Path root, Path workingDirectory) {
    return new Workspace(
        root.toAbsolutePath().normalize(), workingDirectory.toAbsolutePath().normalize());
  }

  /** The nearest folder upwards that git keeps. */
  public static Optional<Path> repository(Path folder) {
    return Stream.iterate(folder, above -> above != null, Path::getParent)
        .filter(above -> Files.exists(above.resolve(".git")))
        .findFirst();
  }

  public Path root() {
    return root;
  }

  /** Where {@code terraform} runs, unless told otherwise. */
  public Path terraform() {
    return root.resolve("terraform");
  }

  /** A team's own schemas, where it has some. */
  public Path schema() {
    return root.resolve("schema");
  }

  /** A team's own templates, where it has some. */
  public Path templates() {
    return root.resolve("templates");
  }

  public Path platformFile() {
    return root.resolve(PLATFORM);
  }

  public Path datasets() {
    return root.resolve("datasets");
  }

  public Path datasets(DatasetKind kind) {
    return datasets().resolve(kind.id());
  }

  /** The file that describes a dataset, whether it exists or not. */
  public Path datasetFile(DatasetKind kind, String name) {
    return datasets(kind).resolve(name + ".yaml");
  }

  /** A path as it is printed: as seen from where the user is, with forward slashes. */
  public String display(Path path) {
    Path shown = workingDirectory.relativize(path);
    return slashed(shown.toString().isEmpty() ? Path.of(".") : shown);
  }

  /** A path as rendered files cite it: inside the workspace, with forward slashes. */
  public String source(Path path) {
    return slashed(root.relativize(path));
  }

  /** What a user wrote on the command line, as an absolute path. */
  public Path resolve(String path) {
    return workingDirectory.resolve(path).normalize();
  }

  /** The platform's file and those of all datasets, unread, sorted. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(platformFile()));
    for (DatasetKind kind : DatasetKind.values()) {
      if (Files.isDirectory(datasets(kind))) {
        try (Stream<Path> inside = Files.list(datasets(kind))) {
          inside.filter(path -> path.toString().endsWith(".yaml")).forEach(files::add);
        } catch (IOException e) {
          throw ExportctlException.of("cannot list " + display(datasets(kind)), e);
        }
      }
    }
    return files.stream().sorted().toList();
  }

  /** Whether it is what git, operating systems and editors leave in folders. */
  public static boolean isHarmless(Path path) {
    return InventoryReader.isHarmless(path.getFileName().toString());
  }

  /** The platform's file, read. */
  public YamlDocument readPlatform() {
    return new InventoryReader(this).platform();
  }

  /** Everything in {@code datasets/}, read. */
  public Inventory read() {
    return new InventoryReader(this).read();
  }

  /**
   * A file that the tool brings, or the workspace's own in its place.
   *
   * @param path such as {@code schema/push.schema.json}
   * @throws ExportctlException where it cannot be read
   */
  public byte[] resource(String path) {
    Path own = root.resolve(path);
    try {
      return Files.exists(own) ? Files.readAllBytes(own) : Bundle.read(path);
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + display(own), e);
    }
  }

  /**
   * The Terraform that is written by hand: the workspace's own, or what the tool brings.
   *
   * @param rendered paths inside the folder of what is not
   * @return contents by their paths inside the folder, sorted
   * @throws ExportctlException where a file cannot be read
   */
  public SortedMap<String, String> handWrittenTerraform(Set<String> rendered) {
    return TerraformSources.read(this, rendered);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
