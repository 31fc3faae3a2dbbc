package io.exportctl.landing.loader;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Reader of Parquet files by parquet-java, which shares no code with DuckDB. */
final class IndependentReader {

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private IndependentReader() {}

  /**
   * A column as it was read.
   *
   * @param type with its annotation, such as {@code binary (STRING)}
   * @param values as PostgreSQL prints them, with null for null
   */
  record ReadColumn(String type, List<String> values) {}

  /** Reads a file; its columns stand in their order. */
  static Map<String, ReadColumn> read(Path file) throws IOException {
    Map<String, ReadColumn> columns = new LinkedHashMap<>();
    try (ParquetReader<Group> reader =
        new Builder(new LocalInputFile(file)).withCodecFactory(new ZstdPages()).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        for (Type field : row.getType().getFields()) {
          PrimitiveType type = field.asPrimitiveType();
          columns
              .computeIfAbsent(
                  type.getName(), name -> new ReadColumn(text(type), new ArrayList<>()))
              .values()
              .add(value(row, type));
        }
      }
    }
    return columns;
  }

  private static String text(PrimitiveType type) {
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    String physical = type.getPrimitiveTypeName().name().toLowerCase(Locale.ROOT);
    return annotation == null ? physical : "%s (%s)".formatted(physical, annotation);
  }

  private static String value(Group row, PrimitiveType type) {
    String name = type.getName();
    if (row.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Boolean.toString(row.getBoolean(name, 0));
      case FLOAT -> Float.toString(row.getFloat(name, 0));
      case DOUBLE -> Double.toString(row.getDouble(name, 0));
      case INT32 -> whole(BigInteger.valueOf(row.getInteger(name, 0)), annotation);
      case INT64 -> whole(BigInteger.valueOf(row.getLong(name, 0)), annotation);
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          annotation instanceof StringLogicalTypeAnnotation
              ? row.getBinary(name, 0).toStringUsingUTF8()
              : bytes(row.getBinary(name, 0).getBytes(), annotation);
      case INT96 -> throw new IllegalArgumentException("%s is an INT96".formatted(name));
    };
  }

  private static String bytes(byte[] bytes, LogicalTypeAnnotation annotation) {
    return annotation == null
        ? "\\x" + HexFormat.of().formatHex(bytes)
        : whole(new BigInteger(bytes), annotation);
  }

  private static String whole(BigInteger number, LogicalTypeAnnotation annotation) {
    if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(number, decimal.getScale()).toPlainString();
    }
    if (annotation instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(number.longValueExact()).toString();
    }
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      Instant time = Instant.EPOCH.plus(number.longValueExact(), ChronoUnit.MICROS);
      return TIMESTAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC))
          + (timestamp.isAdjustedToUTC() ? "+00" : "");
    }
    return number.toString();
  }

  private static final class Builder extends ParquetReader.Builder<Group> {

    private Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
