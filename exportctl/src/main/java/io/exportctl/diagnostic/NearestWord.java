package io.exportctl.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who mistyped a word. */
public final class NearestWord {

  private NearestWord() {}

  /** The candidate with the fewest edits, if those are few for the word's length. */
  public static Optional<String> of(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> contains(word, candidate) || distance(word, candidate) <= limit(word))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int limit(String word) {
    return Math.max(1, word.length() / 3);
  }

  /** {@code target_bucket} for {@code bucket}, {@code alarm_topic} for {@code alarm_topic_arn}. */
  private static boolean contains(String word, String candidate) {
    return ("_" + word + "_").contains("_" + candidate + "_")
        || (word.contains("_") && candidate.startsWith(word + "_"));
  }

  /** Edits, where swapping two neighbours counts as one (optimal string alignment). */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
