package io.exportctl.text;

import java.util.List;

/** Words of which one is expected, as in a sentence. */
public final class Alternatives {

  private Alternatives() {}

  /**
   * Joins words by commas, and the last by "or": {@code push, pull or landing}.
   *
   * @param words at least one
   */
  public static String of(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
