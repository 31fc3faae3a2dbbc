package io.exportctl.kind.collection;

import io.exportctl.dataset.Fields;

/**
 * A typed column beside the JSON of a record.
 *
 * @param path names in the JSON that lead to the value, divided by dots
 * @param type name of a type, such as {@code timestamp} or {@code decimal(18,2)}
 * @param isSensitive true if the redacted table is without it
 */
public record Column(String name, String path, String type, boolean isSensitive) {

  static Column from(Fields fields) {
    return new Column(
        fields.text("name"), fields.text("path"), fields.text("type"), fields.flag("sensitive"));
  }

  @Override
  public String toString() {
    return name + " " + type + ", from " + path + (isSensitive ? ", sensitive" : "");
  }
}
