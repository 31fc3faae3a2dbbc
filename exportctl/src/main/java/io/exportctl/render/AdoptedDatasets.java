package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import java.util.Comparator;
import java.util.List;

/**
 * Take-over of resources that an older system deployed under the names that they have here too: the
 * export bucket, and the resources of these datasets.
 *
 * @param datasets sorted by kind and name
 */
public record AdoptedDatasets(List<Dataset> datasets) {

  /** File with the import blocks. A rendering without an adoption removes it. */
  static final String FILE = "adopt.tf";

  public AdoptedDatasets {
    datasets = datasets.stream().sorted(Comparator.comparing(Dataset::id)).toList();
  }
}
