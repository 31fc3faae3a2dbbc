package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is rendered of a workspace.
 *
 * @param only what these datasets are, and what they share with the others; empty for all
 * @param retired datasets that are gone, and have a root yet
 * @param adoption what the next plan takes over
 */
public record Extent(Set<DatasetId> only, List<DatasetId> retired, Optional<Adoption> adoption) {

  /** Everything. */
  public static final Extent ALL = new Extent(Set.of(), List.of(), Optional.empty());

  public Extent {
    only = Set.copyOf(only);
    retired = List.copyOf(retired);
  }

  boolean isWhole() {
    return only.isEmpty();
  }

  boolean contains(Dataset dataset) {
    return isWhole() || only.contains(dataset.id());
  }
}
