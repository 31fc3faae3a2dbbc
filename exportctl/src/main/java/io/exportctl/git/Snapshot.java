package io.exportctl.git;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads {@code datasets/} as it was in a commit, in memory. Files that have not changed since are
 * taken from the workspace, so that git reads only the others.
 */
public final class Snapshot {

  /** Beginning of the modes of ordinary files; a symbolic link has 120000. */
  private static final String ORDINARY = "100";

  private static final String REMEDY = "fix that, or name a commit whose files git has";

  private final Baseline baseline;
  private final Workspace workspace;
  private final ChangedFiles changed;

  /** Mode and hash of each file in {@code datasets/}, by its path in the workspace. */
  private final SortedMap<String, Blob> files;

  private record Blob(String mode, String hash) {}

  private Snapshot(
      Baseline baseline, Workspace workspace, ChangedFiles changed, SortedMap<String, Blob> files) {
    this.baseline = baseline;
    this.workspace = workspace;
    this.changed = changed;
    this.files = files;
  }

  /**
   * Reads the inventory of a workspace as it was.
   *
   * @param now the inventory of the workspace as it is
   * @return empty if the commit has no {@code platform.yaml} there
   * @throws ExportctlException if git cannot answer
   */
  public static Optional<Inventory> of(
      Baseline baseline, Workspace workspace, ChangedFiles changed, Inventory now) {
    Snapshot snapshot = new Snapshot(baseline, workspace, changed, list(baseline, workspace));
    return snapshot
        .document(workspace.platformFile(), now.platform())
        .map(platform -> new Inventory(platform, snapshot.datasets(now), List.of()));
  }

  private static SortedMap<String, Blob> list(Baseline baseline, Workspace workspace) {
    String root = slashed(baseline.top().relativize(real(workspace.root())));
    String folder = root.isEmpty() ? "" : root + "/";
    String listed =
        baseline
            .git()
            .ask(
                "ls-tree", "-r", "-z", "--full-tree", baseline.commit(), "--", folder + "datasets/")
            .orFail(REMEDY);
    SortedMap<String, Blob> files = new TreeMap<>();
    Stream.of(listed.split("\0", -1))
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              String[] parts = line.split("\t", 2);
              String[] blob = parts[0].split(" ", -1);
              files.put(parts[1].substring(folder.length()), new Blob(blob[0], blob[2]));
            });
    return files;
  }

  private List<DatasetFile> datasets(Inventory now) {
    List<DatasetFile> datasets = new ArrayList<>();
    for (DatasetKind kind : DatasetKind.values()) {
      String folder = "datasets/" + kind.id() + "/";
      for (String source : files.keySet()) {
        if (source.startsWith(folder) && source.endsWith(".yaml")) {
          String name = source.substring(folder.length(), source.length() - ".yaml".length());
          if (DatasetFile.isName(name)) {
            datasets.add(dataset(kind, name, source, now));
          }
        }
      }
    }
    return datasets;
  }

  private DatasetFile dataset(DatasetKind kind, String name, String source, Inventory now) {
    Optional<DatasetFile> current =
        now.datasets().stream().filter(file -> file.source().equals(source)).findFirst();
    Path path = workspace.datasetFile(kind, name);
    YamlDocument before =
        current
            .filter(file -> !changed.contains(path))
            .map(DatasetFile::document)
            .orElseGet(() -> read(path, files.get(source)));
    return new DatasetFile(kind, Optional.of(name), source, before);
  }

  private Optional<YamlDocument> document(Path path, YamlDocument now) {
    Blob blob = files.get(workspace.source(path));
    return Optional.ofNullable(blob).map(there -> changed.contains(path) ? read(path, there) : now);
  }

  private YamlDocument read(Path path, Blob blob) {
    String shown = workspace.display(path);
    if (!blob.mode().startsWith(ORDINARY)) {
      return YamlDocument.unreadable(
          Diagnostic.of(Location.of(shown), RuleId.UNREADABLE_FILE, "was a link, expected a file"));
    }
    String bytes = baseline.git().askForBytes("cat-file", "blob", blob.hash()).orFail(REMEDY);
    return YamlReader.read(shown, bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Resolves symbolic links, as git does. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw ExportctlException.of("cannot follow " + path, e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
