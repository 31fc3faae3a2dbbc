package io.exportctl.review;

import io.exportctl.dataset.DatasetId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds datasets whose file has another name, and the same content otherwise. */
final class Renaming {

  /** Keys that a renaming changes. */
  private static final Set<String> NAMES = Set.of("name", "renamed_from");

  private Renaming() {}

  /** Returns the new ids of renamed datasets by their old ones; each new id occurs once. */
  static Map<DatasetId, DatasetId> of(Version before, Version after) {
    Map<String, DatasetId> added = new HashMap<>();
    after
        .entries()
        .forEach(
            (id, entry) -> {
              if (!before.files().contains(id)) {
                added.putIfAbsent(content(after, id), id);
              }
            });
    Map<DatasetId, DatasetId> renamed = new TreeMap<>();
    before
        .entries()
        .forEach(
            (id, entry) -> {
              if (!after.files().contains(id)) {
                DatasetId next = added.remove(content(before, id));
                if (next != null) {
                  renamed.put(id, next);
                }
              }
            });
    return renamed;
  }

  private static String content(Version version, DatasetId id) {
    return id.kind()
        + "\n"
        + Values.textWithout(NAMES, version.entries().get(id).file().document());
  }
}
