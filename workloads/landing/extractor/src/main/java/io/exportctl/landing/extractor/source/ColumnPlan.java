package io.exportctl.landing.extractor.source;

import io.exportctl.landing.extractor.json.ArrayEncoder;
import io.exportctl.landing.extractor.json.Encoders;
import io.exportctl.landing.extractor.json.FieldEncoder;
import io.exportctl.landing.extractor.json.NumericEncoder;
import io.exportctl.landing.extractor.json.TimeEncoders;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Encoding;
import java.util.Set;

/**
 * The way in which a column of one type is read and written.
 *
 * @param sql pattern of the expression, with the column's name for {@code %s}
 * @param precision of a decimal, otherwise 0
 * @param scale of a decimal, otherwise 0
 */
record ColumnPlan(ColumnType type, String sql, FieldEncoder encoder, int precision, int scale) {

  private static final int MAX_PRECISION = 38;

  /** Types that row_to_json writes as they are written here. */
  private static final Set<String> SAME =
      Set.of(
          "bool",
          "int2",
          "int4",
          "int8",
          "text",
          "varchar",
          "bpchar",
          "uuid",
          "date",
          "timestamp",
          "timestamptz");

  private static final Set<String> FLOATS = Set.of("float4", "float8");

  /** Plan of a value that is written as text. */
  static ColumnPlan text() {
    return of(ColumnType.TEXT, "%s::text", Encoders::text);
  }

  /** Finds the plan for a type; a domain is read as its base type. */
  static ColumnPlan of(PgTypes types, long oid, int modifier, Encoding encoding) {
    PgType type = types.get(oid);
    int typeModifier = modifier;
    while (type.kind() == 'd') {
      typeModifier = type.baseModifier();
      type = types.get(type.base());
    }
    ColumnPlan exact = exact(types, type, typeModifier);
    return encoding == Encoding.EXACT ? exact : asRowToJson(types, type, exact);
  }

  private static ColumnPlan exact(PgTypes types, PgType type, int modifier) {
    if (type.element() != 0) {
      return array(types.get(type.element()));
    }
    if (type.kind() == 'e') {
      return of(ColumnType.TEXT, "%s", Encoders::text);
    }
    return type.builtIn() ? builtIn(type.name(), modifier) : text();
  }

  /** Leaves to the server only elements that have to become a text there. */
  private static ColumnPlan array(PgType element) {
    if (element.builtIn() && FLOATS.contains(element.name())) {
      return of(ColumnType.ARRAY, "to_json(%s)::text", Encoders::raw);
    }
    ColumnPlan plan =
        element.kind() == 'e'
            ? of(ColumnType.TEXT, "%s", Encoders::text)
            : element.builtIn() ? builtIn(element.name(), -1) : text();
    boolean asItIs = plan.sql().equals("%s") && plan.type() != ColumnType.BYTEA;
    return asItIs
        ? of(ColumnType.ARRAY, "%s", new ArrayEncoder(plan.encoder()))
        : of(ColumnType.ARRAY, "to_json(%s::text[])::text", Encoders::raw);
  }

  private static ColumnPlan builtIn(String name, int modifier) {
    return switch (name) {
      case "bool" -> of(ColumnType.BOOLEAN, "%s", Encoders::bool);
      case "int2" -> of(ColumnType.SMALLINT, "%s", Encoders::int2);
      case "int4" -> of(ColumnType.INTEGER, "%s", Encoders::int4);
      case "int8" -> of(ColumnType.BIGINT, "%s", Encoders::int8);
      case "float4" -> of(ColumnType.REAL, "%s", Encoders::float4);
      case "float8" -> of(ColumnType.DOUBLE, "%s", Encoders::float8);
      case "numeric" -> numeric(modifier);
      case "money" ->
          new ColumnPlan(ColumnType.DECIMAL, "%s::numeric(19,2)", new NumericEncoder(true), 19, 2);
      case "bpchar" -> of(ColumnType.TEXT, "%s", Encoders::text);
      case "uuid" -> of(ColumnType.TEXT, "%s", Encoders::uuid);
      case "date" -> of(ColumnType.DATE, "%s", TimeEncoders::date);
      case "timestamp" -> of(ColumnType.TIMESTAMP, "%s", TimeEncoders::timestamp);
      case "timestamptz" -> of(ColumnType.TIMESTAMPTZ, "%s", TimeEncoders::timestamptz);
      case "bytea" -> of(ColumnType.BYTEA, "%s", Encoders::bytea);
      case "json" -> of(ColumnType.JSON, "%s", Encoders::text);
      case "jsonb" -> of(ColumnType.JSON, "%s", Encoders::jsonb);
      default -> text();
    };
  }

  /** The type modifier holds the precision and, in 11 bits with a sign, the scale. */
  private static ColumnPlan numeric(int modifier) {
    int precision = ((modifier - 4) >> 16) & 0xffff;
    int scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
    boolean decimal =
        modifier >= 4 && precision <= MAX_PRECISION && scale >= 0 && scale <= precision;
    return decimal
        ? new ColumnPlan(ColumnType.DECIMAL, "%s", new NumericEncoder(true), precision, scale)
        : of(ColumnType.TEXT, "%s", new NumericEncoder(true));
  }

  /** Leaves what row_to_json writes otherwise to the server. */
  private static ColumnPlan asRowToJson(PgTypes types, PgType type, ColumnPlan exact) {
    return switch (exact.type()) {
      case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DATE, TIMESTAMP, TIMESTAMPTZ -> exact;
      case TEXT, DECIMAL, BYTEA, JSON, ARRAY -> {
        PgType value = type.element() == 0 ? type : types.get(type.element());
        if (value.builtIn() && value.name().equals("numeric")) {
          FieldEncoder number = new NumericEncoder(false);
          FieldEncoder encoder = type.element() == 0 ? number : new ArrayEncoder(number);
          yield new ColumnPlan(exact.type(), "%s", encoder, exact.precision(), exact.scale());
        }
        boolean same = value.kind() == 'e' || (value.builtIn() && SAME.contains(value.name()));
        yield same ? exact : of(exact.type(), "to_json(%s)::text", Encoders::raw);
      }
    };
  }

  private static ColumnPlan of(ColumnType type, String sql, FieldEncoder encoder) {
    return new ColumnPlan(type, sql, encoder, 0, 0);
  }

  /** Returns the expression for a column. */
  String expression(String column) {
    return sql.replace("%s", SqlNames.quoted(column));
  }
}
