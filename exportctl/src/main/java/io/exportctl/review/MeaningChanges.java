package io.exportctl.review;

import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two versions of a meaning. */
final class MeaningChanges {

  private final String file;
  private final Meaning before;
  private final Meaning after;
  private final List<Change> changes = new ArrayList<>();

  private MeaningChanges(String file, Meaning before, Meaning after) {
    this.file = file;
    this.before = before;
    this.after = after;
  }

  /**
   * Lists the changes of everything that a meaning has.
   *
   * @param file the file that the changes are in
   * @param platform names of accounts
   * @return the gravest first
   */
  static List<Change> of(String file, Platform platform, Meaning before, Meaning after) {
    MeaningChanges changes = new MeaningChanges(file, before, after);
    AccessChanges.compare(before, after, platform, changes::add);
    changes.compareTraits();
    changes.compareBuckets();
    return sorted(changes.changes);
  }

  /** Lists the changes of access only, for a dataset that is new or removed. */
  static List<Change> ofAccess(String file, Platform platform, Meaning before, Meaning after) {
    MeaningChanges changes = new MeaningChanges(file, before, after);
    AccessChanges.compare(before, after, platform, changes::add);
    return sorted(changes.changes);
  }

  /** Lists the buckets that would be destroyed. */
  static List<Change> ofBuckets(String file, Meaning before, Meaning after) {
    MeaningChanges changes = new MeaningChanges(file, before, after);
    changes.compareBuckets();
    return changes.changes;
  }

  private static List<Change> sorted(List<Change> changes) {
    return changes.stream().sorted(Comparator.comparing(Change::effect).reversed()).toList();
  }

  private void add(Effect effect, String sentence) {
    changes.add(Change.of(effect, file, sentence));
  }

  private void compareTraits() {
    Map<String, Trait> former = byPhrase(before);
    Map<String, Trait> current = byPhrase(after);
    for (String phrase : both(former.keySet(), current.keySet())) {
      Optional<Trait> old = Optional.ofNullable(former.get(phrase));
      Optional<Trait> now = Optional.ofNullable(current.get(phrase));
      compareTraits(
          old.or(() -> now.flatMap(Trait::absent)),
          now.or(() -> old.flatMap(Trait::absent)),
          phrase);
    }
  }

  private void compareTraits(Optional<Trait> old, Optional<Trait> now, String phrase) {
    if (old.isPresent() && now.isPresent()) {
      String was = old.get().value().isEmpty() ? "" : " instead of " + old.get().value();
      now.get()
          .since(old.get())
          .ifPresent(
              effect -> add(effect, phrase + " " + now.get().value() + was + advice(now.get())));
    } else if (now.isPresent()) {
      add(Effect.WIDENS, phrase + " " + now.get().value() + advice(now.get()));
    } else {
      old.ifPresent(gone -> add(Effect.WIDENS, phrase + " no longer " + gone.value()));
    }
  }

  private static String advice(Trait trait) {
    return trait.advice().map(sentence -> "; " + sentence).orElse("");
  }

  private static Map<String, Trait> byPhrase(Meaning meaning) {
    Map<String, Trait> byPhrase = new LinkedHashMap<>();
    meaning.traits().forEach(trait -> byPhrase.put(trait.phrase(), trait));
    return byPhrase;
  }

  private void compareBuckets() {
    List<String> gone = new ArrayList<>(before.buckets());
    gone.removeAll(after.buckets());
    List<String> made = new ArrayList<>(after.buckets());
    made.removeAll(before.buckets());
    String instead =
        gone.size() == 1 && made.size() == 1 ? " and " + made.get(0) + " made instead" : "";
    gone.forEach(
        bucket ->
            add(
                Effect.DESTROYS,
                "bucket "
                    + bucket
                    + " would be destroyed"
                    + instead
                    + "; Terraform refuses that while it is protected or holds files"));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
