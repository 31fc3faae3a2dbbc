package io.exportctl.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The word that was probably meant by a mistyped one. Case, and hyphens or spaces instead of
 * underscores, do not count as edits.
 *
 * @param text the candidate as it is written
 * @param isUnmistakable true if only this candidate can have been meant: it has the same first
 *     letter, at most two edits if long and one if short, and is nearer than any other. A prefix
 *     can invert the meaning ({@code disallow_push}), and a digit can be significant.
 */
public record NearestWord(String text, boolean isUnmistakable) {

  /** Returns the candidate with the fewest edits; empty if there are many for the word's length. */
  public static Optional<NearestWord> of(String word, Collection<String> candidates) {
    String text = plain(word);
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String other = plain(candidate);
      int limit = contains(text, candidate) ? Integer.MAX_VALUE : limit(word);
      if (!mayBeWithin(limit, text, other)) {
        continue;
      }
      int distance = distance(text, other);
      if (distance <= limit
          && (distance < fewest || (distance == fewest && candidate.compareTo(nearest) < 0))) {
        nearest = candidate;
        fewest = distance;
      }
    }
    return nearest == null
        ? Optional.empty()
        : Optional.of(new NearestWord(nearest, isUnmistakable(word, nearest, candidates)));
  }

  private static boolean isUnmistakable(
      String word, String nearest, Collection<String> candidates) {
    String text = plain(word);
    int edits = distance(text, plain(nearest));
    if (edits > (nearest.length() < 8 ? 1 : 2)
        || !text.regionMatches(0, plain(nearest), 0, 1)
        || holdsDigit(word)) {
      return false;
    }
    for (String candidate : candidates) {
      String other = plain(candidate);
      if (!candidate.equals(nearest)
          && mayBeWithin(edits, text, other)
          && distance(text, other) <= edits) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Compares lengths, as the edit distance is at least their difference. */
  private static boolean mayBeWithin(int edits, String one, String other) {
    return Math.abs(one.length() - other.length()) <= edits;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  private static int limit(String word) {
    return Math.max(1, word.length() / 3);
  }

  /**
   * Accepts {@code target_bucket} for {@code bucket}, {@code alarm_topic} for {@code
   * alarm_topic_arn}.
   */
  private static boolean contains(String text, String candidate) {
    return (candidate.length() <= text.length()
            && ("_" + text + "_").contains("_" + candidate + "_"))
        || (text.contains("_") && candidate.startsWith(text + "_"));
  }

  /** Counts edits; a swap of neighbours counts as one (optimal string alignment). */
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
