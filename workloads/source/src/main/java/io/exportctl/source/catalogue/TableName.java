package io.exportctl.source.catalogue;

/**
 * Name by which the API knows a source's table, such as {@code hmrc.exporters} and {@code L1}.
 *
 * @param schema organisation and dataset, mostly with a dot between
 */
public record TableName(String schema, String table) {

  /** Form of a schema's name. */
  static final String SCHEMA = "[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)?";

  /** Form of a table's name. */
  static final String TABLE = "[A-Za-z][A-Za-z0-9_]{0,62}";

  @Override
  public String toString() {
    return schema + "/" + table;
  }
}
