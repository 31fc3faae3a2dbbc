package io.exportctl.collection.ingestion.run;

import static org.apache.spark.sql.functions.col;

import io.exportctl.collection.record.Column;
import io.exportctl.collection.record.ColumnType;
import io.exportctl.collection.record.Row;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows for Spark. The value travels as bytes, which Spark takes over as text without a copy. */
final class Rows {

  private Rows() {}

  static StructType schema(List<Column> columns) {
    List<StructField> fields = new ArrayList<>();
    fields.add(field("id", DataTypes.StringType));
    fields.add(field("operation", DataTypes.StringType));
    fields.add(field("last_modified", DataTypes.TimestampType));
    fields.add(field("value", DataTypes.BinaryType));
    columns.forEach(it -> fields.add(field(it.name(), type(it.type()))));
    return DataTypes.createStructType(fields);
  }

  static org.apache.spark.sql.Row of(Row row) {
    Object[] columns = row.columns();
    Object[] values = new Object[4 + columns.length];
    values[0] = row.id().orElse(null);
    values[1] = row.operation().name();
    values[2] = row.lastModified();
    values[3] = row.value();
    System.arraycopy(columns, 0, values, 4, columns.length);
    return RowFactory.create(values);
  }

  /** Returns the same rows with the value as text. */
  static Dataset<org.apache.spark.sql.Row> withText(Dataset<org.apache.spark.sql.Row> rows) {
    return rows.withColumn("value", col("value").cast(DataTypes.StringType));
  }

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  private static DataType type(ColumnType type) {
    return switch (type.base()) {
      case STRING -> DataTypes.StringType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INTEGER -> DataTypes.IntegerType;
      case BIGINT -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case DECIMAL -> DataTypes.createDecimalType(type.precision(), type.scale());
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }
}
