package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    Map<DatasetKind, Map<String, List<String>>> names = new EnumMap<>(DatasetKind.class);
    for (DatasetKind kind : DatasetKind.values()) {
      names.put(kind, new HashMap<>());
    }
    for (Dataset dataset : datasets) {
      if (dataset instanceof HasUsers shared) {
        Map<String, List<String>> byUser = names.get(dataset.kind());
        String name = shared.grant(platform);
        for (String user : shared.users()) {
          byUser.computeIfAbsent(user, first -> new ArrayList<>()).add(name);
        }
      }
    }
    Set<String> users = new TreeSet<>();
    for (Map<String, List<String>> byUser : names.values()) {
      users.addAll(byUser.keySet());
    }
    List<UserGrants> grants = new ArrayList<>(users.size());
    for (String user : users) {
      grants.add(new UserGrants(user, grants(user, names)));
    }
    return grants;
  }

  private static List<Grant> grants(
      String user, Map<DatasetKind, Map<String, List<String>>> names) {
    List<Grant> grants = new ArrayList<>(names.size());
    for (Map.Entry<DatasetKind, Map<String, List<String>>> ofKind : names.entrySet()) {
      List<String> ofUser = new ArrayList<>(ofKind.getValue().getOrDefault(user, List.of()));
      Collections.sort(ofUser);
      grants.add(new Grant(ofKind.getKey().id(), List.copyOf(ofUser)));
    }
    return List.copyOf(grants);
  }
}
