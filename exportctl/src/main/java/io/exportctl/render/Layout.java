package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How the datasets are spread over root modules, the folders that Terraform runs in. */
public enum Layout {
  /** All in one root, with one state. */
  SINGLE,
  /** The platform's root, and below it one for each dataset and one for all users. */
  PER_DATASET;

  /** Where all roots but the platform's are. */
  static final String ROOTS = "roots";

  /** The file that makes a folder there a root. */
  static final String ROOT_FILE = "root.tf";

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The root that a dataset has of its own.
   *
   * @param terraform the platform's root
   */
  public static Path root(Path terraform, DatasetId dataset) {
    return terraform.resolve(ROOTS).resolve(rootName(dataset));
  }

  /** The dataset whose root is called so; empty for that of the users. */
  static Optional<DatasetId> dataset(String rootName) {
    return DatasetId.of(rootName.replaceFirst("_", "/"));
  }

  static String rootName(DatasetId dataset) {
    return dataset.kind().id() + "_" + dataset.name();
  }
}
