package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Layout;
import io.exportctl.dataset.Platform;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.TwoThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Turns valid datasets into the files of all root modules. Pure: nothing is written. */
final class RootModules {

  private static final String USERS = "users";

  private final Renderer renderer;

  /** By the files that describe them. */
  private final Map<String, Dataset> datasets;

  RootModules(Renderer renderer, Map<String, Dataset> datasets) {
    this.renderer = renderer;
    this.datasets = new TreeMap<>(datasets);
  }

  /**
   * @param valid a workspace without errors
   */
  static RootModules of(TemplateEngine templates, Platform platform, Inventory valid) {
    Map<String, Dataset> datasets = new TreeMap<>();
    TwoThreads.map(valid.datasets(), file -> Map.entry(file.source(), file.dataset()))
        .forEach(one -> datasets.put(one.getKey(), one.getValue()));
    return new RootModules(new Renderer(templates, platform), datasets);
  }

  /**
   * The files of a layout.
   *
   * @param present the roots that are there beside that of the platform
   * @return sorted by path; the same for the same datasets in any order
   */
  List<RenderedFile> render(Layout layout, Extent extent, List<String> present) {
    List<Supplier<RenderedFile>> work =
        switch (layout) {
          case SINGLE -> single(extent);
          case PER_DATASET -> perDataset(extent, present);
        };
    work.add(renderer::platform);
    return TwoThreads.map(work, Supplier::get).stream()
        .sorted(Comparator.comparing(RenderedFile::path))
        .toList();
  }

  /** The files about all datasets first: they take longest. */
  private List<Supplier<RenderedFile>> single(Extent extent) {
    List<Supplier<RenderedFile>> work = new ArrayList<>();
    work.add(() -> renderer.users("", datasets.values()));
    for (DatasetKind kind : DatasetKind.values()) {
      List<String> names =
          datasets.values().stream()
              .filter(dataset -> dataset.kind() == kind)
              .map(Dataset::name)
              .sorted()
              .toList();
      if (!names.isEmpty()) {
        work.add(() -> renderer.kind("", kind, names));
      }
    }
    extent.adoption().ifPresent(adoption -> work.add(() -> renderer.adopt(adoption)));
    datasets.forEach(
        (source, dataset) -> {
          if (extent.contains(dataset)) {
            work.add(() -> renderer.dataset("", source, dataset));
          }
        });
    return work;
  }

  private List<Supplier<RenderedFile>> perDataset(Extent extent, List<String> present) {
    List<Supplier<RenderedFile>> work = new ArrayList<>();
    // Where only the root is left, the next apply takes down what its dataset has made.
    Set<String> roots = new TreeSet<>(extent.retired().stream().map(Roots::name).toList());
    roots.addAll(extent.isWhole() ? present : List.of());
    roots.add(USERS);
    work.add(() -> renderer.users(folder(USERS), datasets.values()));
    datasets.forEach(
        (source, dataset) -> {
          if (extent.contains(dataset)) {
            String root = Roots.name(dataset.id());
            roots.add(root);
            work.add(() -> renderer.kind(folder(root), dataset.kind(), List.of(dataset.name())));
            work.add(() -> renderer.dataset(folder(root), source, dataset));
          }
        });
    roots.forEach(root -> work.add(() -> renderer.root(root)));
    return work;
  }

  /** The files of datasets that are not asked for, where all are in one root. */
  List<String> filesBeyond(Extent extent) {
    return datasets.values().stream()
        .filter(dataset -> !extent.contains(dataset))
        .map(dataset -> Roots.name(dataset.id()) + ".tf")
        .sorted()
        .toList();
  }

  private static String folder(String root) {
    return Roots.FOLDER + "/" + root + "/";
  }
}
