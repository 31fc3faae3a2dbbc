package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.run.GroupTally.KeyUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up the key services of all JVMs. Each counts since its start, over several dates. */
final class KeyUses {

  private final Map<String, KeyUse> before = new HashMap<>();

  /** Returns the counts since the last call, by the names of metrics. */
  synchronized Map<String, Long> since(Collection<GroupTally> groups) {
    Map<String, KeyUse> now = new HashMap<>();
    for (GroupTally group : groups) {
      now.merge(group.keys().executor(), group.keys(), KeyUses::greater);
    }
    long requests = 0;
    long hits = 0;
    long retries = 0;
    for (KeyUse use : now.values()) {
      KeyUse old = before.getOrDefault(use.executor(), new KeyUse(use.executor(), 0, 0, 0));
      requests += Math.max(0, use.requests() - old.requests());
      hits += Math.max(0, use.hits() - old.hits());
      retries += Math.max(0, use.retries() - old.retries());
      before.put(use.executor(), greater(old, use));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("key_requests", requests);
    counts.put("key_hits", hits);
    counts.put("key_retries", retries);
    return counts;
  }

  private static KeyUse greater(KeyUse one, KeyUse other) {
    return new KeyUse(
        one.executor(),
        Math.max(one.requests(), other.requests()),
        Math.max(one.hits(), other.hits()),
        Math.max(one.retries(), other.retries()));
  }
}
