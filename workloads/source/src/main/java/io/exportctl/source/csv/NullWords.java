package io.exportctl.source.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Cells that stand for a missing value; the whole cell counts, and upper and lower case do not. */
public final class NullWords {

  private final Set<String> words;
  private final int longest;

  private NullWords(Set<String> words) {
    this.words = words;
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  public static NullWords of(List<String> words) {
    return new NullWords(
        words.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
  }

  public boolean contains(String cell) {
    return cell.length() <= longest && words.contains(cell.toLowerCase(Locale.ROOT));
  }
}
