package io.exportctl.dataset;

import java.util.List;

/**
 * One thing to know about a dataset.
 *
 * @param label what it is, in one to three words of lower case
 * @param isList whether there may be more values than one
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
