package io.exportctl.dataset;

import java.util.Optional;

/** A property of a dataset or the platform, in words, with the effect that a change of it has. */
public sealed interface Trait permits Setting, Patterns {

  /** Returns the beginning of the sentence, which is unique: {@code the job of x runs at}. */
  String phrase();

  /** Returns the end of the sentence for the value. */
  String value();

  /** Returns the advice that follows a sentence about a change; empty if there is none. */
  Optional<String> advice();

  /**
   * Returns the effect of a change from an earlier value of the same property; empty if both are
   * the same.
   */
  Optional<Effect> since(Trait before);

  /** Returns the property where it is not set; empty if its absence has no words. */
  Optional<Trait> absent();
}
