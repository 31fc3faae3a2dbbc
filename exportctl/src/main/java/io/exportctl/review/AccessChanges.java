package io.exportctl.review;

import io.exportctl.dataset.Destination;
import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Permission;
import io.exportctl.dataset.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares who may do what, and where data goes. */
final class AccessChanges {

  private final Meaning before;
  private final Meaning after;
  private final Wording wording;
  private final BiConsumer<Effect, String> found;

  private AccessChanges(
      Meaning before, Meaning after, Wording wording, BiConsumer<Effect, String> found) {
    this.before = before;
    this.after = after;
    this.wording = wording;
    this.found = found;
  }

  /**
   * Compares two versions of a meaning.
   *
   * @param found takes the effect and the sentence of each change
   */
  static void compare(
      Meaning before, Meaning after, Platform platform, BiConsumer<Effect, String> found) {
    new AccessChanges(before, after, new Wording(platform), found).compare();
  }

  private void compare() {
    Map<String, Destination> former = byData(before);
    Map<String, Destination> current = byData(after);
    Set<String> all = new TreeSet<>(former.keySet());
    all.addAll(current.keySet());
    all.forEach(
        data ->
            compare(Optional.ofNullable(former.get(data)), Optional.ofNullable(current.get(data))));
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
                        permission.receives() && !receivers.contains(receiver(permission))
                            ? Effect.NEW_RECEIVER
                            : Effect.WIDENS));
    byEffect.forEach(
        (effect, permissions) ->
            wording
                .sentences(permissions, " may now ")
                .forEach(sentence -> found.accept(effect, sentence)));
    wording
        .sentences(lost, " may no longer ")
        .forEach(sentence -> found.accept(Effect.NARROWS, sentence));
  }

  /** Returns the accounts that data reached before, and programs that belong to none. */
  private Set<String> receivers() {
    return Stream.concat(
            before.permissions().stream().filter(Permission::receives).map(AccessChanges::receiver),
            before.destinations().stream().flatMap(place -> place.account().stream()))
        .collect(Collectors.toSet());
  }

  private static String receiver(Permission permission) {
    return permission.party().account().orElse(permission.party().name());
  }

  private void compare(Optional<Destination> former, Optional<Destination> current) {
    if (current.isEmpty()) {
      former.ifPresent(
          place ->
              found.accept(
                  Effect.NARROWS, place.data() + " no longer go to " + wording.place(place)));
      return;
    }
    Destination place = current.get();
    if (former.isEmpty()) {
      found.accept(Effect.NEW_RECEIVER, place.data() + " go to " + wording.place(place));
      return;
    }
    Destination old = former.get();
    if (old.equals(place)) {
      return;
    }
    boolean staysWithOwner = place.account().isPresent() && place.account().equals(old.account());
    if (!old.bucket().equals(place.bucket())) {
      found.accept(
          staysWithOwner ? Effect.WIDENS : Effect.NEW_RECEIVER,
          place.data() + " go to " + wording.place(place) + " instead of " + wording.place(old));
    } else if (place.account().isEmpty()) {
      found.accept(
          Effect.WIDENS,
          place.data() + " go to bucket " + place.bucket() + ", whichever account owns it");
    } else if (old.account().isEmpty()) {
      found.accept(
          Effect.NARROWS,
          place.data()
              + " go to bucket "
              + place.bucket()
              + " only while "
              + wording.account(place.account().get())
              + " owns it");
    } else {
      found.accept(
          Effect.NEW_RECEIVER,
          place.data() + " go to " + wording.place(place) + " instead of " + wording.place(old));
    }
  }

  private static Map<String, Destination> byData(Meaning meaning) {
    Map<String, Destination> byData = new LinkedHashMap<>();
    meaning.destinations().forEach(place -> byData.put(place.data(), place));
    return byData;
  }
}
