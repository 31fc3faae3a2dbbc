package io.exportctl.landing.extractor.support;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table with random columns and rows.
 *
 * @param columns their types, by their names
 * @param statements that create and fill it
 */
public record RandomTable(String name, Map<String, String> columns, List<String> statements) {

  /** Statements that create the types of columns. */
  public static final List<String> TYPES =
      List.of(
          "CREATE EXTENSION citext",
          "CREATE EXTENSION hstore",
          "CREATE TYPE mood AS ENUM ('sad', 'o\"k', 'happy')",
          "CREATE TYPE pair AS (a int, b text)",
          "CREATE DOMAIN word AS text",
          "CREATE DOMAIN price AS numeric(12,3)");

  private static final List<String> NAMES =
      List.of(
          "boolean",
          "smallint",
          "integer",
          "bigint",
          "real",
          "double precision",
          "numeric",
          "numeric(38,10)",
          "numeric(5,5)",
          "numeric(60,20)",
          "price",
          "money",
          "text",
          "varchar(200)",
          "char(7)",
          "citext",
          "word",
          "mood",
          "uuid",
          "date",
          "timestamp",
          "timestamptz",
          "time",
          "timetz",
          "interval",
          "bytea",
          "json",
          "jsonb",
          "pair",
          "hstore",
          "int4range",
          "inet",
          "bit(5)",
          "integer[]",
          "bigint[]",
          "text[]",
          "numeric[]",
          "jsonb[]",
          "timestamptz[]",
          "uuid[]",
          "boolean[]",
          "mood[]",
          "date[]",
          "smallint[]",
          "inet[]",
          "json[]");

  /** Returns the table of a seeded random. */
  public static RandomTable of(String name, Random random, int version) {
    Map<String, String> columns = new LinkedHashMap<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      boolean oddScale = version >= 15 && random.nextInt(20) == 0;
      columns.put("c" + i, oddScale ? "numeric(9,-2)" : NAMES.get(random.nextInt(NAMES.size())));
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        columns.entrySet().stream()
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")")));
    int rows = random.nextInt(60);
    for (int i = 0; i < rows; i++) {
      statements.add(
          columns.values().stream()
              .map(it -> random.nextInt(8) == 0 ? "NULL" : literal(value(it, random)))
              .collect(Collectors.joining(", ", "INSERT INTO " + name + " VALUES (", ")")));
    }
    return new RandomTable(name, columns, statements);
  }

  private static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String value(String type, Random random) {
    if (type.endsWith("[]")) {
      String element = type.substring(0, type.length() - 2);
      return IntStream.range(0, random.nextInt(4))
          .mapToObj(it -> random.nextInt(5) == 0 ? "NULL" : quoted(value(element, random)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return switch (type) {
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "smallint" -> Short.toString((short) random.nextInt());
      case "integer" -> Integer.toString(random.nextInt() >> random.nextInt(32));
      case "bigint" -> Long.toString(random.nextLong() >> random.nextInt(64));
      case "real" -> Float.toString(Float.intBitsToFloat(random.nextInt()));
      case "double precision" -> Double.toString(Double.longBitsToDouble(random.nextLong()));
      case "numeric" -> random.nextInt(9) == 0 ? "NaN" : decimal(random, 60, 60);
      case "numeric(38,10)" -> decimal(random, 28, 12);
      case "numeric(5,5)" -> "0." + digits(random, 5);
      case "numeric(60,20)" -> decimal(random, 40, 22);
      case "numeric(9,-2)" -> decimal(random, 11, 3);
      case "price" -> decimal(random, 9, 4);
      case "money" -> decimal(random, 15, 2);
      case "char(7)" -> text(random, 7);
      case "mood" -> List.of("sad", "o\"k", "happy").get(random.nextInt(3));
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "date" -> date(random);
      case "timestamp" -> timestamp(random, "");
      case "timestamptz" -> timestamp(random, "+0" + random.nextInt(10));
      case "time" -> time(random);
      case "timetz" -> time(random) + "-0" + random.nextInt(10) + ":30";
      case "interval" ->
          "%d years %d days %d seconds %d microseconds"
              .formatted(small(random), small(random), small(random), small(random));
      case "bytea" -> "\\x" + digits(random, 2 * random.nextInt(9));
      case "json", "jsonb" -> json(random, 3);
      case "pair" -> "(%d,%s)".formatted(random.nextInt(), quoted(text(random, 9)));
      case "hstore" -> quoted(text(random, 5)) + "=>" + quoted(text(random, 5));
      case "int4range" -> "[%d,%d]".formatted(-random.nextInt(99), random.nextInt(99));
      case "inet" -> "10.%d.0.1/%d".formatted(random.nextInt(256), 8 + random.nextInt(25));
      case "bit(5)" -> "1" + Integer.toBinaryString(16 + random.nextInt(16)).substring(1);
      default -> text(random, 40);
    };
  }

  private static int small(Random random) {
    return random.nextInt(2001) - 1000;
  }

  /** Quotes an element of an array or of a composite value. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String decimal(Random random, int whole, int fraction) {
    return (random.nextBoolean() ? "-" : "")
        + new BigInteger("0" + digits(random, random.nextInt(whole)))
        + "."
        + digits(random, 1 + random.nextInt(fraction));
  }

  private static String digits(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(it -> random.nextInt(3) == 0 ? "0" : Integer.toString(random.nextInt(10)))
        .collect(Collectors.joining());
  }

  private static String date(Random random) {
    int year = 1 + random.nextInt(random.nextInt(10) == 0 ? 200_000 : 3000);
    boolean bc = year < 4000 && random.nextInt(10) == 0;
    return "%04d-%02d-%02d%s"
        .formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28), bc ? " BC" : "");
  }

  private static String timestamp(Random random, String zone) {
    if (random.nextInt(12) == 0) {
      return random.nextBoolean() ? "infinity" : "-infinity";
    }
    String date = date(random);
    boolean bc = date.endsWith(" BC");
    return date.replace(" BC", "") + " " + time(random) + zone + (bc ? " BC" : "");
  }

  private static String time(Random random) {
    int micros = random.nextBoolean() ? random.nextInt(1_000_000) : random.nextInt(10) * 100_000;
    return "%02d:%02d:%02d.%06d"
        .formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60), micros);
  }

  /** Returns text of any characters but 0, which PostgreSQL does not store. */
  private static String text(Random random, int max) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(max + 1);
    for (int i = 0; i < length; i++) {
      int bound = random.nextInt(3) > 0 ? 0x7f : Character.MAX_CODE_POINT;
      int point = 1 + random.nextInt(bound);
      text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '\\' : point);
    }
    return text.toString();
  }

  private static String json(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> List.of("true", "false", "null").get(random.nextInt(3));
      case 1 -> decimal(random, 20, 20);
      case 2 -> small(random) + "e" + random.nextInt(40);
      case 3 ->
          List.of("\"\"", "\"a\\\"b\\\\\\n\"", "\"\\u00e9ü😀\"", "\" \"").get(random.nextInt(4));
      case 4 -> "[" + json(random, depth - 1) + ", " + json(random, depth - 1) + "]";
      default ->
          "{\"a\":" + json(random, depth - 1) + ",\n\"b\" : " + json(random, depth - 1) + "}";
    };
  }
}
