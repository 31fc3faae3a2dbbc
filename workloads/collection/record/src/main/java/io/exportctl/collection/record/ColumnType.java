package io.exportctl.collection.record;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Type of a column.
 *
 * @param base the type without its precision
 * @param precision of a {@link Base#DECIMAL}, 1 to 38; otherwise 0
 * @param scale of a {@link Base#DECIMAL}, 0 to its precision; otherwise 0
 */
public record ColumnType(Base base, int precision, int scale) implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\(([0-9]{1,2}), ?([0-9]{1,2})\\)");
  private static final int MAXIMUM_PRECISION = 38;

  /** Types without their precision; each names the class of its values in {@link Row#columns}. */
  public enum Base {
    /** {@link String}. */
    STRING,

    /** {@link Boolean}. */
    BOOLEAN,

    /** {@link Integer}. */
    INTEGER,

    /** {@link Long}. */
    BIGINT,

    /** {@link Double}. */
    DOUBLE,

    /** {@link java.math.BigDecimal} with the scale of the type. */
    DECIMAL,

    /** {@link java.time.LocalDate}. */
    DATE,

    /** {@link java.time.Instant}. */
    TIMESTAMP
  }

  /** Finds a type by its name, such as {@code bigint} or {@code decimal(18,2)}. */
  public static Optional<ColumnType> find(String name) {
    Matcher decimal = DECIMAL.matcher(name);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      int scale = Integer.parseInt(decimal.group(2));
      boolean isType = precision >= 1 && precision <= MAXIMUM_PRECISION && scale <= precision;
      return isType
          ? Optional.of(new ColumnType(Base.DECIMAL, precision, scale))
          : Optional.empty();
    }
    return Stream.of(Base.values())
        .filter(it -> it != Base.DECIMAL && it.name().toLowerCase(Locale.ROOT).equals(name))
        .map(it -> new ColumnType(it, 0, 0))
        .findFirst();
  }

  /** Name as Iceberg, Spark and the YAML write it. */
  public String text() {
    String name = base.name().toLowerCase(Locale.ROOT);
    return base == Base.DECIMAL ? name + "(" + precision + "," + scale + ")" : name;
  }
}
