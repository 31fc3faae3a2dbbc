package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, Map<DatasetKind, List<String>>> byUser = new HashMap<>();
    for (Dataset dataset : datasets) {
      String name = dataset.grant(platform);
      for (String user : dataset.users()) {
        byUser
            .computeIfAbsent(user, first -> new EnumMap<>(DatasetKind.class))
            .computeIfAbsent(dataset.kind(), first -> new ArrayList<>())
            .add(name);
      }
    }
    return byUser.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new UserGrants(entry.getKey(), grants(entry.getValue())))
        .toList();
  }

  private static List<Grant> grants(Map<DatasetKind, List<String>> byKind) {
    List<Grant> grants = new ArrayList<>();
    for (DatasetKind kind : DatasetKind.values()) {
      List<String> names = byKind.getOrDefault(kind, new ArrayList<>());
      Collections.sort(names);
      grants.add(new Grant(kind.id(), List.copyOf(names)));
    }
    return List.copyOf(grants);
  }
}
