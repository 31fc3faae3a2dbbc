package io.exportctl.dataset;

import java.util.List;

/**
 * A labelled fact about a dataset.
 *
 * @param label name of the fact, one to three words in lower case
 * @param isList true if there may be several values
 */
public record Fact(String label, List<String> values, boolean isList) {

  public Fact {
    values = List.copyOf(values);
  }

  public static Fact of(String label, String value) {
    return new Fact(label, List.of(value), false);
  }

  public static Fact list(String label, List<String> values) {
    return new Fact(label, values, true);
  }
}
