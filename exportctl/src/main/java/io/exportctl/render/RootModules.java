package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Plans the files of all root modules for valid datasets, and writes nothing. */
final class RootModules {

  private static final String USERS = "users";

  private final Renderer renderer;

  /** All datasets but drafts, sorted by source. */
  private final List<Described> datasets;

  /**
   * Dataset with its file.
   *
   * @param source path of the file, as rendered files cite it
   */
  record Described(String source, Dataset dataset, Details details) {

    static Described by(DatasetFile file) {
      return new Described(file.source(), Kinds.read(file), Details.of(file.document()));
    }
  }

  RootModules(Renderer renderer, List<Described> datasets) {
    this.renderer = renderer;
    List<Described> sorted = new ArrayList<>();
    for (Described described : datasets) {
      if (described.details().state().isDeployed()) {
        sorted.add(described);
      }
    }
    sorted.sort((one, other) -> one.source().compareTo(other.source()));
    this.datasets = List.copyOf(sorted);
  }

  /**
   * Reads the datasets of a workspace.
   *
   * @param valid the files of a workspace, without errors
   */
  static RootModules of(TemplateEngine templates, Platform platform, Inventory valid) {
    return new RootModules(
        new Renderer(templates, platform), valid.datasets().stream().map(Described::by).toList());
  }

  /**
   * Plans the files of a layout.
   *
   * @param present names of the roots in the folder, without the platform's
   * @return the same files in the same order, whatever the order of the datasets
   */
  List<PlannedFile> files(Layout layout, RenderScope extent, List<String> present) {
    List<PlannedFile> files =
        switch (layout) {
          case SINGLE -> single(extent);
          case PER_DATASET -> perDataset(extent, present);
        };
    files.addAll(0, renderer.kindPlatforms());
    files.add(0, renderer.platform());
    return files;
  }

  private List<PlannedFile> single(RenderScope extent) {
    List<PlannedFile> files = new ArrayList<>();
    files.add(renderer.users("", open()));
    for (DatasetKind kind : DatasetKind.values()) {
      List<Described> some = of(kind);
      if (!some.isEmpty()) {
        files.add(renderer.kind("", kind, some));
      }
    }
    extent.adoption().ifPresent(adoption -> files.add(renderer.adopt(adoption)));
    for (Described described : datasets) {
      if (extent.contains(described.dataset())) {
        files.add(renderer.dataset("", described));
        renderer.job("", described.source(), described.dataset()).ifPresent(files::add);
      }
    }
    return files;
  }

  private List<PlannedFile> perDataset(RenderScope extent, List<String> present) {
    List<PlannedFile> files = new ArrayList<>();
    // A root without its dataset remains: its next apply destroys the dataset's resources.
    Set<String> roots = new TreeSet<>(extent.retired().stream().map(Roots::name).toList());
    roots.addAll(extent.isWhole() ? present : List.of());
    roots.add(USERS);
    files.add(renderer.users(folder(USERS), open()));
    for (Described described : datasets) {
      Dataset dataset = described.dataset();
      if (extent.contains(dataset)) {
        String root = Roots.name(dataset.id());
        roots.add(root);
        renderer.deployedPlatform(folder(root), dataset.kind()).ifPresent(files::add);
        files.add(renderer.kind(folder(root), dataset.kind(), List.of(described)));
        files.add(renderer.dataset(folder(root), described));
        renderer.job(folder(root), described.source(), dataset).ifPresent(files::add);
      }
    }
    roots.forEach(root -> files.add(renderer.root(root)));
    return files;
  }

  /** Returns the files of the datasets outside of a scope, in the layout of one root. */
  List<String> filesBeyond(RenderScope extent) {
    return datasets.stream()
        .map(Described::dataset)
        .filter(dataset -> !extent.contains(dataset))
        .map(dataset -> Roots.name(dataset.id()) + ".tf")
        .sorted()
        .toList();
  }

  /** Returns the datasets that users get access to. */
  private List<Dataset> open() {
    List<Dataset> open = new ArrayList<>(datasets.size());
    for (Described described : datasets) {
      if (!described.details().state().isClosed()) {
        open.add(described.dataset());
      }
    }
    return open;
  }

  /** Returns the datasets of a kind. */
  private List<Described> of(DatasetKind kind) {
    List<Described> some = new ArrayList<>();
    for (Described described : datasets) {
      if (described.dataset().kind() == kind) {
        some.add(described);
      }
    }
    return some;
  }

  private static String folder(String root) {
    return Roots.FOLDER + "/" + root + "/";
  }
}
