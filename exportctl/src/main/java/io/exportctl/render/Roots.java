package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Layout;
import java.nio.file.Path;
import java.util.Optional;

/** Folders of the root modules, in which Terraform runs. */
public final class Roots {

  /** Folder of all roots but the platform's. */
  static final String FOLDER = "roots";

  /** File that makes a folder there a root. */
  static final String FILE = "root.tf";

  private Roots() {}

  /**
   * Folder of the root that a dataset belongs to.
   *
   * @param terraform folder of the platform's root
   */
  public static Path of(Layout layout, Path terraform, DatasetId dataset) {
    return switch (layout) {
      case SINGLE -> terraform;
      case PER_DATASET -> terraform.resolve(FOLDER).resolve(name(dataset));
    };
  }

  /** Name of a dataset's own root. */
  static String name(DatasetId dataset) {
    return dataset.kind().id() + "_" + dataset.name();
  }

  /** Dataset of a root, by the root's name; empty for the users' root. */
  static Optional<DatasetId> dataset(String name) {
    return DatasetId.of(name.replaceFirst("_", "/"));
  }
}
