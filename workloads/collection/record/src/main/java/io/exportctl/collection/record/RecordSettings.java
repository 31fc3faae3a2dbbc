package io.exportctl.collection.record;

import java.io.Serializable;
import java.util.List;

/**
 * Settings of one collection.
 *
 * @param collection database and collection that the records come from, such as {@code core:claim}
 * @param steps names of the steps beyond the standard rules, in their order
 * @param latest true if the table has one row an id, so that each record needs one
 */
public record RecordSettings(
    String collection, List<String> steps, List<Column> columns, boolean latest)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public RecordSettings {
    steps = List.copyOf(steps);
    columns = List.copyOf(columns);
  }
}
