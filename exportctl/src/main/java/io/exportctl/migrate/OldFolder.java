package io.exportctl.migrate;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The datasets of the older system as they were read.
 *
 * @param files the dataset files, sorted by kind and name
 * @param strays findings for other files among them
 */
record OldFolder(List<OldFile> files, List<Diagnostic> strays) {

  OldFolder {
    files = List.copyOf(files);
    strays = List.copyOf(strays);
  }

  /**
   * A dataset file of the older system.
   *
   * @param name the file name without its folder
   * @param text the content without a byte order mark
   */
  record OldFile(DatasetKind kind, String name, String text, YamlDocument document) {

    String stem() {
      return name.substring(0, name.lastIndexOf('.'));
    }

    /** Returns the path as it is printed. */
    String display() {
      return document.file();
    }

    /**
     * Returns findings for keys that stand twice. Such a file is not migrated: a step that edits
     * one of them may keep the wrong one.
     */
    List<Diagnostic> duplicates() {
      return document.problems().stream()
          .filter(problem -> problem.rule() == RuleId.DUPLICATE_KEY)
          .map(
              problem ->
                  problem.withHelp(
                      "keep the last one, which the older system used, remove the other, and migrate"
                          + " again"))
          .toList();
    }

    /** Returns the name that the file gives the dataset. */
    Optional<String> givenName() {
      return document.text("name").map(YamlNode.Scalar::text);
    }
  }

  /**
   * Reads {@code push_datasets/} and {@code pull_datasets/}.
   *
   * @throws ExportctlException if neither folder exists, or something cannot be read
   */
  static OldFolder read(Workspace workspace, Path root) {
    List<Path> folders = adoptable().map(kind -> folder(root, kind)).toList();
    if (folders.stream().noneMatch(Files::isDirectory)) {
      throw new ExportctlException(
          workspace.display(root)
              + " does not hold any of "
              + String.join(
                  ", ", folders.stream().map(Path::getFileName).map(Path::toString).toList())
              + "; name the folder of the older system's repository");
    }
    List<OldFile> files = new ArrayList<>();
    List<Diagnostic> strays = new ArrayList<>();
    for (Kind kind : adoptable().toList()) {
      for (Path path : list(workspace, folder(root, kind))) {
        String name = path.getFileName().toString();
        if (isYaml(name) && Files.isRegularFile(path)) {
          files.add(read(workspace, kind.id(), path));
        } else {
          strays.add(stray(workspace.display(path)));
        }
      }
    }
    return new OldFolder(files, strays);
  }

  /** Returns the kinds that the older system had. */
  private static Stream<Kind> adoptable() {
    return Kinds.all().stream().filter(kind -> kind.adoption().isPresent());
  }

  private static Path folder(Path root, Kind kind) {
    return root.resolve(kind.adoption().orElseThrow().folder());
  }

  private static boolean isYaml(String name) {
    return name.toLowerCase(Locale.ROOT).matches("(?s).+\\.ya?ml");
  }

  private static Diagnostic stray(String display) {
    return Diagnostic.of(
            Location.of(display),
            RuleId.STRAY_FILE,
            "not a dataset file, and not migrated, expected only <name>.yaml here")
        .withHelp("move what is still needed to where it belongs");
  }

  private static List<Path> list(Workspace workspace, Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> !Workspace.isHarmless(path)).sorted().toList();
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + workspace.display(folder), e);
    }
  }

  private static OldFile read(Workspace workspace, DatasetKind kind, Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(YamlReader.LARGEST_FILE + 1);
      return new OldFile(
          kind,
          path.getFileName().toString(),
          new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""),
          YamlReader.read(workspace.display(path), bytes));
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + workspace.display(path), e);
    }
  }
}
