package io.exportctl.review;

import io.exportctl.dataset.DatasetState;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Setting;
import io.exportctl.register.Entry;
import java.util.Optional;

/** The meaning of a dataset with the properties that every kind has. */
final class SharedMeaning {

  private SharedMeaning() {}

  /**
   * Returns the meaning that the dataset has while it is active, with its state beside it: a change
   * of a closed dataset is told when it is made, and closing or opening it is one sentence.
   */
  static Meaning of(Entry entry) {
    String name = entry.dataset().name();
    Details details = entry.details();
    return entry
        .dataset()
        .meaning(entry.platform())
        .and(state(name, details.state()))
        .and(text("the next review of " + name + " is due by", entry.reviewBy(), "no day"))
        .and(text("the description of " + name + " is", details.description(), "missing"))
        .and(text("the owner of " + name + " is", details.owner(), "not named"))
        .and(text("the contact for " + name + " is", details.contact(), "not named"))
        .and(text("the former name of " + name + " is", details.formerName(), "not given"));
  }

  private static Setting state(String name, DatasetState state) {
    return new Setting(
        "the state of " + name + " is",
        state.id(),
        state.isClosed() ? 0 : 1,
        Effect.WIDENS,
        Effect.NARROWS,
        Effect.NONE,
        Optional.empty(),
        Optional.of(state.meaning()));
  }

  private static Setting text(String phrase, Optional<String> value, String missing) {
    return Setting.of(phrase, value.orElse(missing), Effect.NONE);
  }
}
