package io.exportctl.review;

import io.exportctl.dataset.Effect;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.register.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changes since a commit.
 *
 * @param since the commit as the user named it
 * @param changes the changes of the files, sorted by file, then those of the plan; of one file the
 *     gravest first
 * @param removals datasets that go without having been retired
 * @param unreadable files that have errors now, whose changes are not known
 */
public record Review(
    String since, List<Change> changes, List<Diagnostic> removals, List<Unreadable> unreadable) {

  public Review {
    changes = List.copyOf(changes);
    removals = List.copyOf(removals);
    unreadable = List.copyOf(unreadable);
  }

  /** Returns this review with the changes of a plan. */
  public Review with(List<Change> planned) {
    return new Review(
        since, Stream.concat(changes.stream(), planned.stream()).toList(), removals, unreadable);
  }

  /** Returns the gravest effect. */
  public Effect effect() {
    return Effect.gravest(changes.stream().map(Change::effect).toList());
  }

  /** Returns the numbers of changes by effect, the gravest first: {@code 1 destroys, 2 none}. */
  String counts() {
    List<String> counts = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      long number = changes.stream().filter(change -> change.effect() == effect).count();
      if (number > 0) {
        counts.add(0, number + " " + effect.label());
      }
    }
    return String.join(", ", counts);
  }
}
