package io.exportctl.dataset;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A property that is a set of patterns, in which {@code *} stands for any characters. A pattern
 * that another one covers adds nothing.
 *
 * @param added effect of a pattern that covers something new
 * @param removed effect of a pattern without which something is no longer covered
 */
public record Patterns(String phrase, SortedSet<String> patterns, Effect added, Effect removed)
    implements Trait {

  public Patterns {
    patterns = Collections.unmodifiableSortedSet(new TreeSet<>(patterns));
  }

  /** Returns a set in which the order and repetitions of the patterns do not count. */
  public static Patterns of(
      String phrase, Collection<String> patterns, Effect added, Effect removed) {
    return new Patterns(phrase, new TreeSet<>(patterns), added, removed);
  }

  @Override
  public String value() {
    return patterns.isEmpty() ? "nothing" : String.join(", ", patterns);
  }

  @Override
  public Optional<String> advice() {
    return Optional.empty();
  }

  @Override
  public Optional<Effect> since(Trait before) {
    Patterns former = (Patterns) before;
    if (former.patterns.equals(patterns)) {
      return Optional.empty();
    }
    Effect gained = isCoveredBy(former) ? Effect.NONE : added;
    Effect lost = former.isCoveredBy(this) ? Effect.NONE : removed;
    return Optional.of(Effect.gravest(List.of(gained, lost)));
  }

  private boolean isCoveredBy(Patterns others) {
    return patterns.stream()
        .allMatch(one -> others.patterns.stream().anyMatch(other -> covers(other, one)));
  }

  /** Returns true if a pattern matches all that another one matches. */
  private static boolean covers(String wide, String narrow) {
    String expression =
        Pattern.compile("\\*")
            .splitAsStream(wide + " ")
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.DOTALL).matcher(narrow + " ").matches();
  }

  @Override
  public Optional<Trait> absent() {
    return Optional.of(of(phrase, List.of(), added, removed));
  }
}
