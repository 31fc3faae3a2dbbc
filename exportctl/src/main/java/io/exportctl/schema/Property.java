package io.exportctl.schema;

import java.util.Comparator;
import java.util.List;

/**
 * A key that a dataset may have.
 *
 * @param description one or two sentences for a person
 * @param example a value as it may be written, of a list its first item
 * @param several whether more than one value is taken; only some such keys always need a list
 * @param takesKeys whether its value is keys with values of their own
 * @param yaml the example as it stands in a file: in quotes or brackets where YAML needs them
 * @param isSwitch true if its value is true or false
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

  static Comparator<Property> order(List<String> required) {
    return (one, other) -> {
      int order = Boolean.compare(other.required(), one.required());
      order = order != 0 ? order : required.indexOf(one.key()) - required.indexOf(other.key());
      return order != 0 ? order : one.key().compareTo(other.key());
    };
  }

  /** The line that a person may paste. */
  String line() {
    return key + ": " + yaml;
  }
}
