package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one user may use, over all datasets: one policy a user, since a role has room for few.
 *
 * @param user the name of the user's role
 * @param grants by kind of dataset, in a fixed order, each list sorted and perhaps empty
 */
public record UserGrants(String user, List<Grant> grants) {

  /**
   * What a user may use of one kind.
   *
   * @param kind how the kind is written
   * @param names folders of the export bucket, or buckets
   */
  public record Grant(String kind, List<String> names) {}

  static List<UserGrants> of(Collection<Dataset> datasets, Platform platform) {
    Map<String, List<Dataset>> byUser = new TreeMap<>();
    for (Dataset dataset : datasets) {
      for (String user : dataset.users()) {
        byUser.computeIfAbsent(user, first -> new ArrayList<>()).add(dataset);
      }
    }
    return byUser.entrySet().stream()
        .map(entry -> new UserGrants(entry.getKey(), grants(entry.getValue(), platform)))
        .toList();
  }

  private static List<Grant> grants(List<Dataset> datasets, Platform platform) {
    List<Grant> grants = new ArrayList<>();
    for (DatasetKind kind : DatasetKind.values()) {
      grants.add(
          new Grant(
              kind.id(),
              datasets.stream()
                  .filter(dataset -> dataset.kind() == kind)
                  .map(dataset -> dataset.grant(platform))
                  .sorted()
                  .toList()));
    }
    return List.copyOf(grants);
  }
}
