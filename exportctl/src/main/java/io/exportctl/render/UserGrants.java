package io.exportctl.render;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Grant;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Platform;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Access of one user to all datasets, in one policy, as a role has room for few policies.
 *
 * @param user name of the user's role
 * @param grants sorted by kind
 */
public record UserGrants(String user, List<OfKind> grants) {

  /**
   * Access of a user to the datasets of one kind.
   *
   * @param kind the name of the kind
   * @param names folders of the export bucket, or buckets; sorted, at least one
   */
  public record OfKind(String kind, List<String> names) {}

  /**
   * Grants of all users, sorted by user.
   *
   * @param kinds the kinds whose datasets give access to users
   */
  static List<UserGrants> of(
      Collection<Dataset> datasets, Platform platform, Collection<DatasetKind> kinds) {
    SortedMap<String, Map<DatasetKind, TreeSet<String>>> byUser = new TreeMap<>();
    for (Dataset dataset : datasets) {
      DatasetKind kind = dataset.kind();
      if (kinds.contains(kind) && dataset instanceof HasUsers shared) {
        for (Grant grant : shared.grants(platform)) {
          byUser
              .computeIfAbsent(grant.user(), first -> new EnumMap<>(DatasetKind.class))
              .computeIfAbsent(kind, first -> new TreeSet<>())
              .add(grant.name());
        }
      }
    }
    return byUser.entrySet().stream()
        .map(user -> new UserGrants(user.getKey(), grants(user.getValue())))
        .toList();
  }

  private static List<OfKind> grants(Map<DatasetKind, TreeSet<String>> names) {
    return names.entrySet().stream()
        .map(kind -> new OfKind(kind.getKey().id(), List.copyOf(kind.getValue())))
        .toList();
  }
}
