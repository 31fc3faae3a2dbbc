package io.exportctl.landing.format;

import static java.nio.charset.StandardCharsets.UTF_8;

/** List of an extraction's tables, for pipelines that do not read its manifest. */
public final class TableList {

  private TableList() {}

  /** Renders the list as YAML in UTF-8. */
  public static byte[] write(Manifest manifest) {
    Keys keys = Keys.of(manifest.dataset(), manifest.extractionTimestamp());
    StringBuilder yaml = new StringBuilder();
    yaml.append("database_name: ").append(quoted(keys.database())).append('\n');
    yaml.append("extraction_timestamp: ").append(quoted(keys.timestamp())).append('\n');
    yaml.append("tables:\n");
    for (Table table : manifest.tables()) {
      yaml.append("  - ").append(quoted(table.tableName())).append('\n');
    }
    return yaml.toString().getBytes(UTF_8);
  }

  /** Quotes a name of letters, digits and {@code _}, which YAML might read as a number. */
  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
