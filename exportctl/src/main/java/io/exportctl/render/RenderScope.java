package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Part of a workspace that is rendered.
 *
 * @param only datasets that are rendered, with the files that they share with others; empty for all
 * @param retired deleted datasets whose root stays until it is applied
 * @param adoption resources that the next plan takes over
 */
public record RenderScope(
    Set<DatasetId> only, List<DatasetId> retired, Optional<AdoptedDatasets> adoption) {

  /** The whole workspace. */
  public static final RenderScope ALL = new RenderScope(Set.of(), List.of(), Optional.empty());

  public RenderScope {
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
