package io.exportctl.dataset;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Effect of a change on people and data, from the mildest to the gravest; a change with several
 * effects has the gravest.
 */
public enum Effect {
  /** Nobody gains or loses anything. */
  NONE,
  /** Somebody loses access, or less data moves. */
  NARROWS,
  /** Somebody gains access, more data moves, or the effect is not known. */
  WIDENS,
  /** Data goes to an account or a bucket that did not get it before. */
  NEW_RECEIVER,
  /** Data or resources are deleted, now or sooner than before. */
  DESTROYS;

  /** Returns the gravest of some effects; {@code NONE} if there are none. */
  public static Effect gravest(Collection<Effect> effects) {
    return effects.stream().max(Comparator.naturalOrder()).orElse(NONE);
  }

  public boolean isAtLeast(Effect other) {
    return compareTo(other) >= 0;
  }

  /** Returns the words for people, such as {@code new receiver}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the word on the command line and in JSON, such as {@code new-receiver}. */
  @Override
  public String toString() {
    return label().replace(' ', '-');
  }
}
