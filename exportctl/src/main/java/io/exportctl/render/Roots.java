package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Layout;
import java.nio.file.Path;
import java.util.Optional;

/** Where the root modules are, the folders that Terraform runs in. */
public final class Roots {

  /** Where all roots but the platform's are. */
  static final String FOLDER = "roots";

  /** The file that makes a folder there a root. */
  static final String FILE = "root.tf";

  private Roots() {}

  /**
   * The root that a dataset is in.
   *
   * @param terraform the platform's root
   */
  public static Path of(Layout layout, Path terraform, DatasetId dataset) {
    return switch (layout) {
      case SINGLE -> terraform;
      case PER_DATASET -> terraform.resolve(FOLDER).resolve(name(dataset));
    };
  }

  /** What a dataset's own root is called. */
  static String name(DatasetId dataset) {
    return dataset.kind().id() + "_" + dataset.name();
  }

  /** The dataset whose root is called so; empty for that of the users. */
  static Optional<DatasetId> dataset(String name) {
    return DatasetId.of(name.replaceFirst("_", "/"));
  }
}
