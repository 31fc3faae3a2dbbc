package io.exportctl.operate;

import java.util.List;
import java.util.NavigableSet;

/**
 * States of datasets.
 *
 * @param strays roles that no dataset of the workspace has any more
 * @param lacking permissions that the caller lacks
 */
public record StatusReport(
    List<DatasetStatus> datasets, List<String> strays, NavigableSet<String> lacking) {

  public StatusReport {
    datasets = List.copyOf(datasets);
    strays = List.copyOf(strays);
  }

  /** Returns true if somebody has to look. */
  public boolean isWrong() {
    return !strays.isEmpty() || datasets.stream().anyMatch(DatasetStatus::isWrong);
  }
}
