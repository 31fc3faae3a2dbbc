package io.exportctl.collection.record;

import java.io.Serializable;

/**
 * A typed column beside the JSON.
 *
 * @param name of the column
 * @param path of the value: names of the JSON as it comes out, divided by dots
 * @param sensitive true if the redacted table is without it
 */
public record Column(String name, String path, ColumnType type, boolean sensitive)
    implements Serializable {

  private static final long serialVersionUID = 1;
}
