package io.exportctl.render;

import io.exportctl.dataset.DatasetId;
import io.exportctl.render.RootModules.Described;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of all datasets of a kind for the template of their common module call. */
final class KindModel {

  private KindModel() {}

  /**
   * Adds the names of the datasets, those of the closed ones, and if one has an owner or a contact,
   * the labels of all.
   */
  static void add(List<Described> datasets, Map<String, Object> model) {
    SortedMap<String, String> values = new TreeMap<>();
    SortedMap<String, String> labels = new TreeMap<>();
    for (Described described : datasets) {
      DatasetId id = described.dataset().id();
      values.put(id.name(), Roots.name(id));
      labels.put(id.name(), described.details().hasPeople() ? Roots.name(id) : "");
    }
    boolean hasLabels = labels.values().stream().anyMatch(label -> !label.isEmpty());
    model.put("datasets", AlignedEntry.of(values));
    model.put("labels", hasLabels ? AlignedEntry.of(labels) : List.of());
    model.put(
        "closed",
        datasets.stream()
            .filter(described -> described.details().state().isClosed())
            .map(described -> described.dataset().name())
            .sorted()
            .toList());
  }
}
