package io.exportctl.review;

import io.exportctl.dataset.Destination;
import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Permission;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two versions of a meaning. */
final class MeaningChanges {

  private final String file;
  private final Wording wording;
  private final Meaning before;
  private final Meaning after;
  private final List<Change> changes = new ArrayList<>();

  private MeaningChanges(String file, Platform platform, Meaning before, Meaning after) {
    this.file = file;
    this.wording = new Wording(platform);
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
    MeaningChanges changes = new MeaningChanges(file, platform, before, after);
    changes.compareAccess();
    changes.compareTraits();
    changes.compareBuckets();
    return sorted(changes.changes);
  }

  /** Lists the changes of access only, for a dataset that is new or removed. */
  static List<Change> ofAccess(String file, Platform platform, Meaning before, Meaning after) {
    MeaningChanges changes = new MeaningChanges(file, platform, before, after);
    changes.compareAccess();
    return sorted(changes.changes);
  }

  private static List<Change> sorted(List<Change> changes) {
    return changes.stream().sorted(Comparator.comparing(Change::effect).reversed()).toList();
  }

  private void add(Effect effect, String sentence) {
    changes.add(Change.of(effect, file, sentence));
  }

  private void compareAccess() {
    Map<String, Destination> former = byData(before);
    Map<String, Destination> current = byData(after);
    both(former.keySet(), current.keySet())
        .forEach(
            data ->
                compare(
                    Optional.ofNullable(former.get(data)), Optional.ofNullable(current.get(data))));
    List<Permission> gained = new ArrayList<>(after.permissions());
    gained.removeAll(before.permissions());
    List<Permission> lost = new ArrayList<>(before.permissions());
    lost.removeAll(after.permissions());
    Set<String> receivers = receivers();
    Map<Effect, List<Permission>> byEffect =
        gained.stream()
            .collect(
                Collectors.groupingBy(
                    permission ->
                        permission.receives()
                                && !permission.party().account().stream()
                                    .allMatch(receivers::contains)
                            ? Effect.NEW_RECEIVER
                            : Effect.WIDENS));
    byEffect.forEach(
        (effect, permissions) ->
            wording.sentences(permissions, " may now ").forEach(sentence -> add(effect, sentence)));
    wording.sentences(lost, " may no longer ").forEach(sentence -> add(Effect.NARROWS, sentence));
  }

  /** Returns the accounts that data reached before. */
  private Set<String> receivers() {
    return Stream.concat(
            before.permissions().stream()
                .filter(Permission::receives)
                .flatMap(permission -> permission.party().account().stream()),
            before.destinations().stream().flatMap(place -> place.account().stream()))
        .collect(Collectors.toSet());
  }

  private void compare(Optional<Destination> former, Optional<Destination> current) {
    if (current.isEmpty()) {
      former.ifPresent(
          place -> add(Effect.NARROWS, place.data() + " no longer go to " + wording.place(place)));
      return;
    }
    Destination place = current.get();
    if (former.isEmpty()) {
      add(Effect.NEW_RECEIVER, place.data() + " go to " + wording.place(place));
      return;
    }
    Destination old = former.get();
    if (old.equals(place)) {
      return;
    }
    boolean staysWithOwner = place.account().isPresent() && place.account().equals(old.account());
    if (!old.bucket().equals(place.bucket())) {
      add(
          staysWithOwner ? Effect.WIDENS : Effect.NEW_RECEIVER,
          place.data() + " go to " + wording.place(place) + " instead of " + wording.place(old));
    } else if (place.account().isEmpty()) {
      add(
          Effect.WIDENS,
          place.data() + " go to bucket " + place.bucket() + ", whichever account owns it");
    } else if (old.account().isEmpty()) {
      add(
          Effect.NARROWS,
          place.data()
              + " go to bucket "
              + place.bucket()
              + " only while "
              + wording.account(place.account().get())
              + " owns it");
    } else {
      add(
          Effect.NEW_RECEIVER,
          place.data() + " go to " + wording.place(place) + " instead of " + wording.place(old));
    }
  }

  private static Map<String, Destination> byData(Meaning meaning) {
    Map<String, Destination> byData = new LinkedHashMap<>();
    meaning.destinations().forEach(place -> byData.put(place.data(), place));
    return byData;
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
    gone.forEach(
        bucket ->
            add(
                Effect.DESTROYS,
                "bucket "
                    + bucket
                    + " would be destroyed, which fails while it is protected or holds files"));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
