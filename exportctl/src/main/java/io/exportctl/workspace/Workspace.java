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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Folder with {@code datasets/} and optionally a team's own {@code schema/}, {@code templates/} and
 * {@code terraform/}, which override those in the jar.
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
   * Finds the nearest folder upwards that holds {@code datasets/platform.yaml}.
   *
   * @throws ExportctlException if it does not exist
   */
  public static Workspace find(Path workingDirectory) {
    return around(workingDirectory).orElseThrow(() -> MissingWorkspace.around(workingDirectory));
  }

  /** Finds the nearest workspace upwards; empty if it does not exist. */
  public static Optional<Workspace> around(Path workingDirectory) {
    Path start = workingDirectory.toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(PLATFORM))) {
        return Optional.of(new Workspace(folder, start));
      }
    }
    return Optional.empty();
  }

  /** Returns a workspace that does not exist yet. */
  public static Workspace at(Path root, Path workingDirectory) {
    return new Workspace(
        root.toAbsolutePath().normalize(), workingDirectory.toAbsolutePath().normalize());
  }

  /** Finds the nearest git repository upwards. */
  public static Optional<Path> repository(Path folder) {
    return Stream.iterate(folder, above -> above != null, Path::getParent)
        .filter(above -> Files.exists(above.resolve(".git")))
        .findFirst();
  }

  public Path root() {
    return root;
  }

  /** Returns the folder in which {@code terraform} runs by default. */
  public Path terraform() {
    return root.resolve("terraform");
  }

  /** Returns the folder of a team's own schemas, which need not exist. */
  public Path schema() {
    return root.resolve("schema");
  }

  /** Returns the folder of a team's own templates, which need not exist. */
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

  /** Returns the path of the file that describes a dataset, existing or not. */
  public Path datasetFile(DatasetKind kind, String name) {
    return datasets(kind).resolve(name + ".yaml");
  }

  /**
   * Returns a path as it is printed, with forward slashes: relative to the working directory, or
   * absolute if it is outside of the workspace and that is shorter.
   */
  public String display(Path path) {
    Path relative = workingDirectory.relativize(path);
    Path shown =
        path.startsWith(root) || relative.getNameCount() <= path.getNameCount() ? relative : path;
    return slashed(shown.toString().isEmpty() ? Path.of(".") : shown);
  }

  /** Returns a path as rendered files cite it: relative to the workspace, with forward slashes. */
  public String source(Path path) {
    return slashed(root.relativize(path));
  }

  /** Turns a path from the command line into an absolute path. */
  public Path resolve(String path) {
    return workingDirectory.resolve(path).normalize();
  }

  /** Returns the paths of the platform's file and all dataset files, sorted. */
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

  /** Returns true for files that git, operating systems and editors leave in folders. */
  public static boolean isHarmless(Path path) {
    return HarmlessFiles.hasName(path.getFileName().toString());
  }

  /** Reads the platform's file. */
  public YamlDocument readPlatform() {
    return new InventoryReader(this).platform();
  }

  /** Reads everything in {@code datasets/}. */
  public Inventory read() {
    return new InventoryReader(this).read();
  }

  /** Returns the files of {@link #resource} for the workspace around a folder, if there is one. */
  public static Function<String, byte[]> resources(Path folder) {
    Optional<Workspace> workspace = around(folder);
    return workspace.isPresent() ? workspace.get()::resource : Bundle::read;
  }

  /**
   * Reads a file from the workspace, or otherwise from the jar.
   *
   * @param path a path such as {@code schema/push.schema.json}
   * @throws ExportctlException if it cannot be read
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
   * Reads the hand-written Terraform of the workspace, or otherwise of the jar.
   *
   * @param rendered the paths of rendered files inside the folder, which are left out
   * @return file contents by their paths inside the folder, sorted
   * @throws ExportctlException if a file cannot be read
   */
  public SortedMap<String, String> handWrittenTerraform(Set<String> rendered) {
    return TerraformSources.read(this, rendered);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
