package io.exportctl.workspace;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Alternatives;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.YamlDocument;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code datasets/}; reports files that are neither a dataset nor the platform. */
final class InventoryReader {

  private static final String SUFFIX = ".yaml";

  /** End of the name of a YAML file that a Windows editor saved as text. */
  private static final Pattern SAVED_AS_TEXT = Pattern.compile("(?i)(?<=.)\\.ya?ml\\.txt$");

  private final Workspace workspace;
  private final LinkedFiles links;
  private final List<DatasetFile> datasets = new ArrayList<>();
  private final List<Diagnostic> strays = new ArrayList<>();

  InventoryReader(Workspace workspace) {
    this.workspace = workspace;
    this.links = new LinkedFiles(workspace.root());
  }

  Inventory read() {
    Path platform = workspace.platformFile();
    for (String name : names(workspace.datasets())) {
      Path path = workspace.datasets().resolve(name);
      if (!path.equals(platform) && !isDatasetFolder(path)) {
        strayBesidePlatform(path);
      }
    }
    for (DatasetKind kind : DatasetKind.values()) {
      Path folder = workspace.datasets(kind);
      Optional<Diagnostic> linked = links.fault(folder, workspace.display(folder));
      if (linked.isPresent()) {
        strays.add(linked.get());
      } else if (Files.isDirectory(folder)) {
        readDatasets(kind, folder);
      } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        stray(folder, "a file, expected a folder of datasets", "move or remove the file");
      }
    }
    return new Inventory(platform(), datasets, strays);
  }

  private boolean isDatasetFolder(Path path) {
    for (DatasetKind kind : DatasetKind.values()) {
      if (path.equals(workspace.datasets(kind))) {
        return true;
      }
    }
    return false;
  }

  YamlDocument platform() {
    Path file = workspace.platformFile();
    String display = workspace.display(file);
    return YamlFile.read(file.toFile(), display)
        .orElseGet(() -> YamlFile.unreadable(display, "a folder, expected a file"));
  }

  private void strayBesidePlatform(Path path) {
    String expected =
        ", expected only platform.yaml, " + String.join(", ", kindFolders()) + " here";
    if (Files.isDirectory(path)) {
      stray(path, "a folder" + expected, "move what is in it to " + Alternatives.of(kindFolders()));
    } else if (isYaml(path)) {
      stray(path, "a YAML file" + expected, "move a dataset to " + Alternatives.of(kindFolders()));
    } else {
      stray(path, "a file" + expected, "move or remove the file");
    }
  }

  private void readDatasets(DatasetKind kind, Path folder) {
    List<String> names = names(folder);
    // Computed once per folder, as it takes longer than reading a file.
    String shown = folderOf(workspace.display(folder.resolve("x")));
    String source = folderOf(workspace.source(folder.resolve("x")));
    File inside = folder.toFile();
    for (String name : names) {
      Optional<DatasetFile> file = readDataset(kind, inside, name, shown, source);
      if (file.isPresent()) {
        datasets.add(file.get());
      } else {
        strayBesideDatasets(folder.resolve(name));
      }
    }
  }

  /** Reads a dataset file; empty if it is not one. */
  private Optional<DatasetFile> readDataset(
      DatasetKind kind, File folder, String name, String shown, String source) {
    if (!name.endsWith(SUFFIX) || name.equals(SUFFIX)) {
      return Optional.empty();
    }
    File file = new File(folder, name);
    String slashed = name.replace('\\', '/');
    Optional<YamlDocument> document =
        links
            .fault(file.toPath(), shown + slashed)
            .map(YamlDocument::unreadable)
            .or(() -> YamlFile.read(file, shown + slashed));
    return document.map(
        read -> new DatasetFile(kind, Optional.of(stem(name)), source + slashed, read));
  }

  /** Returns a file's folder with a trailing slash; empty if the path is only a file name. */
  private static String folderOf(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  private void strayBesideDatasets(Path path) {
    String name = path.getFileName().toString();
    if (Files.isDirectory(path)) {
      stray(path, "a folder, expected only dataset files here", "move its files up one folder");
    } else if (isYaml(path) && stem(name).isEmpty()) {
      stray(path, "a file without a name, expected <name>.yaml", "give the file a name");
    } else if (isYaml(path) || SAVED_AS_TEXT.matcher(name).find()) {
      strays.add(wrongExtension(path, name));
    } else {
      stray(path, "not a dataset file, expected only <name>.yaml here", "move or remove the file");
    }
  }

  private Diagnostic wrongExtension(Path path, String name) {
    String plain = SAVED_AS_TEXT.matcher(name).replaceFirst("");
    String stem = plain.equals(name) ? stem(name) : plain;
    String fileName = stem + SUFFIX;
    String end = Quotation.printable(name.substring(stem.length()));
    String message = "the name ends in " + end + ", expected " + SUFFIX;
    return Files.exists(path.resolveSibling(fileName), LinkOption.NOFOLLOW_LINKS)
        ? diagnoseStray(path, message, "keep one of this file and " + Quotation.printable(fileName))
        : diagnoseStray(path, message, "rename the file to " + Quotation.printable(fileName))
            .withFix(new Fix.Rename(fileName));
  }

  private static boolean isYaml(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(SUFFIX) || name.endsWith(".yml");
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private void stray(Path path, String message, String help) {
    strays.add(diagnoseStray(path, message, help));
  }

  private Diagnostic diagnoseStray(Path path, String message, String help) {
    return Diagnostic.of(Location.of(workspace.display(path)), RuleId.STRAY_FILE, message)
        .withHelp(help);
  }

  private static List<String> kindFolders() {
    return Arrays.stream(DatasetKind.values()).map(kind -> kind.id() + "/").toList();
  }

  /** Returns the sorted names in a folder, without harmless ones. */
  private List<String> names(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      List<String> names = new ArrayList<>();
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!HarmlessFiles.hasName(name)) {
          names.add(name);
        }
      }
      Collections.sort(names);
      return names;
    } catch (DirectoryIteratorException e) {
      throw ExportctlException.of("cannot list " + workspace.display(folder), e.getCause());
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + workspace.display(folder), e);
    }
  }
}
