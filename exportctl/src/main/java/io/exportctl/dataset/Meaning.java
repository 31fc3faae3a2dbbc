package io.exportctl.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * Meaning of a dataset, or of the platform, for people and data. A review compares the meanings of
 * two versions.
 *
 * @param permissions everything that people and the other side may do
 * @param destinations the buckets of the other side that data is sent to
 * @param traits all other properties; their phrases are unique
 * @param buckets buckets that exist only for this dataset or platform, and go with it
 */
public record Meaning(
    List<Permission> permissions,
    List<Destination> destinations,
    List<Trait> traits,
    List<String> buckets) {

  public static final Meaning NOTHING = new Meaning(List.of(), List.of(), List.of(), List.of());

  public Meaning {
    permissions = List.copyOf(permissions);
    destinations = List.copyOf(destinations);
    traits = List.copyOf(traits);
    buckets = List.copyOf(buckets);
  }

  /** Returns this meaning with one more property. */
  public Meaning and(Trait trait) {
    List<Trait> more = new ArrayList<>(traits);
    more.add(trait);
    return new Meaning(permissions, destinations, more, buckets);
  }

  /**
   * Returns the meaning of a dataset whose kind has no words of its own: the users, and the facts
   * that {@code show} prints. As the effect of a changed fact is not known, it counts as {@link
   * Effect#WIDENS}, and that of a new receiver as such.
   */
  static Meaning ofFacts(Dataset dataset, Platform platform) {
    List<Permission> permissions = new ArrayList<>();
    if (dataset instanceof HasUsers shared) {
      shared.users().stream()
          .map(user -> new Permission(Party.user(user), "use " + dataset.name(), false))
          .forEach(permissions::add);
    }
    if (dataset instanceof HandedOver handed) {
      handed.receivers().stream()
          .map(account -> new Permission(Party.account(account), "get " + dataset.name(), true))
          .forEach(permissions::add);
    }
    List<Trait> traits =
        dataset.facts(platform).stream().map(fact -> trait(fact, dataset.name())).toList();
    return new Meaning(permissions, List.of(), traits, List.of());
  }

  private static Trait trait(Fact fact, String dataset) {
    String phrase = "\"" + fact.label() + "\" of " + dataset + " is";
    List<String> values = fact.isList() ? Dataset.sorted(fact.values()) : fact.values();
    return Setting.of(phrase, String.join(", ", values), Effect.WIDENS).orElse("not set");
  }

  /** Returns the links to the paperwork, which change nothing about access. */
  public static Trait paperwork(String dataset, List<String> links) {
    return Setting.of("the paperwork of " + dataset + " is", String.join(", ", links), Effect.NONE);
  }
}
