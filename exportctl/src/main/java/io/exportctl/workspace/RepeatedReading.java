package io.exportctl.workspace;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.yaml.YamlDocument;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Reads one workspace again and again. What a file holds is kept until it changes, and folders are
 * not listed anew where no more than what is in a few files has changed.
 */
public final class RepeatedReading {

  /** To list the folders takes as long as to exchange some ten files. */
  private static final int FEW = 10;

  private final Workspace workspace;
  private final ConcurrentMap<Path, YamlDocument> documents = new ConcurrentHashMap<>();

  /** What was there the last time; empty where something may have come or gone since. */
  private Optional<Inventory> last = Optional.empty();

  /** Files of the last time that hold something else now. */
  private final Set<Path> exchanged = new TreeSet<>();

  public RepeatedReading(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Forgets what may no longer be so: files that changed, and all that is in folders that did. */
  public void forget(Set<Path> changed) {
    for (Path path : changed) {
      boolean wasRead = documents.remove(path) != null;
      if (wasRead && Files.isRegularFile(path)) {
        exchanged.add(path);
      } else if (wasRead || !leavesNothing(path)) {
        last = Optional.empty();
      }
      if (holdsDatasets(path)) {
        documents.keySet().removeIf(file -> file.startsWith(path));
      }
    }
  }

  /** Whether what was never read is as good as not there, such as what an editor puts aside. */
  private boolean leavesNothing(Path path) {
    return Workspace.isHarmless(path)
        || (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)
            && !holdsDatasets(path)
            && last.stream().noneMatch(before -> before.hasStray(workspace.display(path))));
  }

  private boolean holdsDatasets(Path path) {
    return Arrays.stream(DatasetKind.values())
        .anyMatch(kind -> workspace.datasets(kind).startsWith(path));
  }

  /** The same as {@link Workspace#read} gives. */
  public Inventory read() {
    InventoryReader reader = new InventoryReader(workspace, Optional.of(documents));
    Inventory inventory =
        last.filter(before -> exchanged.size() <= FEW)
            .map(before -> exchange(before, reader))
            .orElseGet(reader::read);
    exchanged.clear();
    last = Optional.of(inventory);
    return inventory;
  }

  private Inventory exchange(Inventory before, InventoryReader reader) {
    Inventory now = before;
    for (Path file : exchanged) {
      now = now.with(reader.document(file));
    }
    return now;
  }
}
