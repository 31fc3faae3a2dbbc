package io.exportctl.text;

import java.util.List;

/** Words that all belong to a sentence. */
public final class Enumeration {

  private Enumeration() {}

  /**
   * Joins words by commas, and the last by "and": {@code a, b and c}.
   *
   * @param words at least one
   */
  public static String of(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
