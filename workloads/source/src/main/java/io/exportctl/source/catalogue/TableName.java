package io.exportctl.source.catalogue;

/**
 * Name by which the API knows a source's table, such as {@code hmrc.exporters} and {@code L1}.
 *
 * @param schema organisation and dataset, mostly with a dot between
 */
public record TableName(String schema, String table) {

  /** What a schema's name may be. */
  static final String SCHEMA = "[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)?";

  /** What a table's name may be. */
  static final String TABLE = "[A-Za-z][A-Za-z0-9_]{0,62}";

  @Override
  public String toString() {
    return schema + "/" + table;
  }
}
