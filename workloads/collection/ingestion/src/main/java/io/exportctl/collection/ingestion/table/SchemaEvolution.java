package io.exportctl.collection.ingestion.table;

import io.exportctl.collection.ingestion.config.IngestionException;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/** Changes of a table's columns that leave its old rows readable. */
final class SchemaEvolution {

  private SchemaEvolution() {}

  /**
   * Returns the change that makes room for the wanted columns; empty if they are there. A column
   * that nobody wants any more stays, and is null in new rows.
   *
   * @throws IngestionException if a column would need another type that does not hold its old
   *     values
   */
  static Optional<Runnable> plan(String name, Table table, Schema wanted) {
    UpdateSchema update = table.updateSchema();
    boolean changes = false;
    for (Types.NestedField field : wanted.columns()) {
      Types.NestedField existing = table.schema().findField(field.name());
      if (existing == null) {
        update.addColumn(field.name(), field.type());
        changes = true;
      } else if (!existing.type().equals(field.type())) {
        checkPromotion(name, field.name(), existing.type(), field.type());
        update.updateColumn(field.name(), field.type().asPrimitiveType());
        changes = true;
      }
    }
    return changes ? Optional.of(update::commit) : Optional.empty();
  }

  private static void checkPromotion(String name, String column, Type from, Type to) {
    if (!TypeUtil.isPromotionAllowed(from, to.asPrimitiveType())) {
      throw IngestionException.failed(
          "column-type",
          "the column '%s' of the table '%s' is %s and cannot become %s; give the new column another name"
              .formatted(column, name, from, to));
    }
  }
}
