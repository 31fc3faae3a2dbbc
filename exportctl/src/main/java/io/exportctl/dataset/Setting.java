package io.exportctl.dataset;

import java.util.Optional;

/**
 * A property with a single value.
 *
 * @param rank order of the value among those that the property can have
 * @param higher effect of a change to a value of a higher rank
 * @param lower effect of a change to a value of a lower rank
 * @param other effect of a change to another value of the same rank
 * @param ifAbsent value of a side that does not have the property
 */
public record Setting(
    String phrase,
    String value,
    long rank,
    Effect higher,
    Effect lower,
    Effect other,
    Optional<String> ifAbsent,
    Optional<String> advice)
    implements Trait {

  /** Words for a property that is not set. */
  public static final String NOTHING = "nothing";

  /** Returns a property, each change of which has the same effect. */
  public static Setting of(String phrase, String value, Effect changed) {
    return new Setting(
        phrase, value, 0, changed, changed, changed, Optional.empty(), Optional.empty());
  }

  /** Returns a property whose change has an effect that depends on its direction. */
  public static Setting ranked(
      String phrase, String value, long rank, Effect higher, Effect lower) {
    return new Setting(
        phrase, value, rank, higher, lower, Effect.WIDENS, Optional.empty(), Optional.empty());
  }

  /** Returns a property that may be missing, by which there is less. */
  public static Setting optional(String phrase, Optional<String> value) {
    return ranked(
            phrase, value.orElse(NOTHING), value.isPresent() ? 1 : 0, Effect.WIDENS, Effect.NARROWS)
        .orElse(NOTHING);
  }

  /** Returns a property that is on or off. */
  public static Setting flag(
      String phrase, boolean isOn, String on, String off, Effect turnedOn, Effect turnedOff) {
    return ranked(phrase, isOn ? on : off, isOn ? 1 : 0, turnedOn, turnedOff);
  }

  /** Returns the same property with the value of a side that does not have it. */
  public Setting orElse(String missing) {
    return new Setting(phrase, value, rank, higher, lower, other, Optional.of(missing), advice);
  }

  /** Returns the same property with advice for a change. */
  public Setting advising(String sentence) {
    return new Setting(phrase, value, rank, higher, lower, other, ifAbsent, Optional.of(sentence));
  }

  @Override
  public Optional<Effect> since(Trait before) {
    Setting former = (Setting) before;
    if (former.value.equals(value) && former.rank == rank) {
      return Optional.empty();
    }
    int order = Long.compare(rank, former.rank);
    return Optional.of(order == 0 ? other : order > 0 ? higher : lower);
  }

  @Override
  public Optional<Trait> absent() {
    return ifAbsent.map(
        missing -> new Setting(phrase, missing, rank, higher, lower, other, ifAbsent, advice));
  }
}
