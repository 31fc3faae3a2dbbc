package io.exportctl.fix;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.fix.Fixed.Declined;
import io.exportctl.fix.Fixed.Done;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import io.exportctl.yaml.edit.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A workspace with fixes applied in memory, so that they can be validated before writing. */
final class FixedWorkspace {

  private final Workspace workspace;
  private final Predicate<String> selected;
  private final Map<String, FixedFile> files = new TreeMap<>();
  private final List<Declined> declined = new ArrayList<>();
  private Inventory inventory;

  /**
   * @param selected accepts the files that may be changed, by their printed paths
   */
  FixedWorkspace(Workspace workspace, Predicate<String> selected) {
    this.workspace = workspace;
    this.selected = selected;
    this.inventory = workspace.read();
  }

  /** Renames files that only have the wrong extension. */
  List<Done> rename() {
    List<Done> done = new ArrayList<>();
    for (Diagnostic stray : inventory.strays()) {
      String display = stray.location().file();
      Path path = workspace.resolve(display);
      if (stray.fix().orElse(null) instanceof Fix.Rename rename && mayChange(display)) {
        kindOf(path).ifPresent(kind -> rename(stray, kind, rename.fileName()));
        done.add(new Done(stray.location(), stray.message() + " -> " + rename.fileName()));
      }
    }
    return done;
  }

  private void rename(Diagnostic stray, DatasetKind kind, String fileName) {
    Path path = workspace.resolve(stray.location().file());
    Path renamed = path.resolveSibling(fileName);
    FixedFile file = FixedFile.read(workspace, path).renamed(workspace, renamed);
    String name = fileName.substring(0, fileName.lastIndexOf('.'));
    files.put(file.display(), file);
    inventory =
        inventory.renamed(
            stray,
            new DatasetFile(kind, Optional.of(name), workspace.source(renamed), file.document()));
  }

  /** Gives the file of a dataset another name, with its extension. */
  void rename(FixedFile file, String fileName) {
    DatasetFile former =
        inventory.datasets().stream()
            .filter(dataset -> dataset.document().file().equals(file.display()))
            .findFirst()
            .orElseThrow();
    Path target = file.path().resolveSibling(fileName);
    FixedFile renamed = file.renamed(workspace, target);
    String name = fileName.substring(0, fileName.lastIndexOf('.'));
    files.remove(file.display());
    files.put(renamed.display(), renamed);
    inventory =
        inventory.renamed(
            former,
            new DatasetFile(
                former.kind(), Optional.of(name), workspace.source(target), renamed.document()));
  }

  private Optional<DatasetKind> kindOf(Path path) {
    return Arrays.stream(DatasetKind.values())
        .filter(kind -> workspace.datasets(kind).equals(path.getParent()))
        .findFirst();
  }

  /** Reads the bytes of the selected files, which the fixes then edit. */
  void load() {
    accept(
        Stream.concat(
                Stream.of(inventory.platform()),
                inventory.datasets().stream().map(DatasetFile::document))
            .map(YamlDocument::file)
            .filter(display -> !files.containsKey(display) && mayChange(display))
            .map(display -> FixedFile.read(workspace, workspace.resolve(display)))
            .toList());
  }

  /** Returns true if a file may be changed; declines symbolic links, which lead to other places. */
  private boolean mayChange(String display) {
    Path path = workspace.resolve(display);
    if (!selected.test(display) || !Files.isRegularFile(path)) {
      return false;
    }
    try {
      Path own = workspace.root().toRealPath().resolve(workspace.root().relativize(path));
      if (!path.toRealPath().equals(own)) {
        declined.add(new Declined(display, "a link leads to it; fix the file itself"));
        return false;
      }
      if (!isUtf8(path)) {
        // Any edit would replace the bytes that are not UTF-8.
        declined.add(new Declined(display, "it is not UTF-8; save it with that encoding first"));
        return false;
      }
    } catch (IOException e) {
      // Validation reports why the file cannot be read.
      return false;
    }
    if (!Files.isWritable(path)) {
      declined.add(new Declined(display, "it is not writable; change its permissions"));
      return false;
    }
    return true;
  }

  private static boolean isUtf8(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(YamlReader.LARGEST_FILE + 1);
      return bytes.length > YamlReader.LARGEST_FILE
          || Arrays.equals(SourceText.of(bytes).bytes(), bytes);
    }
  }

  Inventory inventory() {
    return inventory;
  }

  List<FixedFile> files() {
    return List.copyOf(files.values());
  }

  /** Returns the inventory with some more files fixed. */
  Inventory with(List<FixedFile> fixed) {
    return inventory.with(fixed.stream().map(FixedFile::document).toList());
  }

  void accept(List<FixedFile> fixed) {
    inventory = with(fixed);
    fixed.forEach(file -> files.put(file.display(), file));
  }

  List<Declined> declined() {
    return List.copyOf(declined);
  }

  /** Returns the reasons for which a file may not be changed. */
  Stream<Declined> declined(String file) {
    return declined.stream().filter(one -> one.file().equals(file));
  }
}
