package io.exportctl.schema;

import java.util.Comparator;
import java.util.List;

/**
 * A key that a dataset may have.
 *
 * @param description one or two sentences for a person
 * @param example a valid value; for a list, its first item
 * @param several true if the key may have more than one value; only some such keys require a list
 * @param takesKeys true if the value is a mapping, or a list of them
 * @param yaml the example as YAML, in quotes or brackets if necessary
 * @param isSwitch true if the value is true or false
 * @param label word for a value in help texts, such as {@code URL}; empty if the schema has none
 */
public record Property(
    String key,
    String description,
    String example,
    boolean required,
    boolean several,
    boolean takesKeys,
    String yaml,
    boolean isSwitch,
    String label) {

  /** Compares required keys by their order in the schema, then others by name. */
  static Comparator<Property> order(List<String> required) {
    return (one, other) -> {
      int order = Boolean.compare(other.required(), one.required());
      order = order != 0 ? order : required.indexOf(one.key()) - required.indexOf(other.key());
      return order != 0 ? order : one.key().compareTo(other.key());
    };
  }

  /** Returns a line to paste into a file. */
  String line() {
    return key + ": " + yaml;
  }
}
