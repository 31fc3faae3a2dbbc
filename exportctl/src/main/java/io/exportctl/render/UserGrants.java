package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
      Map<String, List<String>> byUser = names.get(dataset.kind());
      String name = dataset.grant(platform);
      for (String user : dataset.users()) {
        byUser.computeIfAbsent(user, first -> new ArrayList<>()).add(name);
      }
    }
    Set<String> users = new HashSet<>();
    names.values().forEach(byUser -> users.addAll(byUser.keySet()));
    List<UserGrants> grants = new ArrayList<>(users.size());
    for (String user : users.stream().sorted().toList()) {
      grants.add(new UserGrants(user, grants(user, names)));
    }
    return grants;
  }

  private static List<Grant> grants(
      String user, Map<DatasetKind, Map<String, List<String>>> names) {
    List<Grant> grants = new ArrayList<>(names.size());
    names.forEach(
        (kind, byUser) -> {
          List<String> ofUser = byUser.getOrDefault(user, new ArrayList<>(0));
          Collections.sort(ofUser);
          grants.add(new Grant(kind.id(), List.copyOf(ofUser)));
        });
    return List.copyOf(grants);
  }
}
