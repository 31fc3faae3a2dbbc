package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import java.util.Comparator;
import java.util.List;

/**
 * What an older system deployed under the names that it has here too, and that the next plan takes
 * over: the export bucket, and what belongs to these datasets.
 *
 * @param datasets sorted by kind and name
 */
public record Adoption(List<Dataset> datasets) {

  /** What is imported, until a rendering without an adoption removes it. */
  static final String FILE = "adopt.tf";

  public Adoption {
    datasets = datasets.stream().sorted(Comparator.comparing(Dataset::id)).toList();
  }
}
