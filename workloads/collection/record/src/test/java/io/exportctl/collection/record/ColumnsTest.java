package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  private static final Instant TIME = Instant.parse("2019-07-04T06:27:35.104Z");

  @Test
  void takesValuesOfEachType() throws Exception {
    Row row =
        row(
            """
            {"text":"a$b","flag":true,"small":-5,"large":9007199254740993,"real":1.10,"amount":"12.30",
             "day":"2019-07-04","time":"2019-07-04T07:27:35.104+0100","nested":{"$oid":{"x":1}}}
            """,
            "text text string",
            "flag flag boolean",
            "small small integer",
            "large large bigint",
            "real real double",
            "amount amount decimal(18,2)",
            "day day date",
            "time time timestamp",
            "nested nested.d_oid.x integer",
            "again text string");

    assertThat(row.columns())
        .containsExactly(
            "ad_b",
            true,
            -5,
            9007199254740993L,
            1.1,
            new BigDecimal("12.30"),
            LocalDate.of(2019, 7, 4),
            TIME,
            1,
            "ad_b");
    assertThat(row.columnMismatches()).isZero();
  }

  @Test
  void leavesAbsentAndNullValuesUncounted() throws Exception {
    Row row =
        row(
            "{\"a\":null,\"b\":{\"c\":null},\"l\":[{\"x\":1}]}",
            "a a string",
            "b b.c integer",
            "absent b.d integer",
            "below a.x integer",
            "list l.x integer");

    assertThat(row.columns()).containsOnlyNulls().hasSize(5);
    assertThat(row.columnMismatches()).isZero();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          string         | {"x":1}
          string         | []
          boolean        | "true"
          boolean        | 1
          integer        | 2147483648
          integer        | 1.5
          integer        | "x"
          integer        | ""
          integer        | true
          bigint         | 9223372036854775808
          bigint         | 1e300
          double         | "1e999"
          double         | "NaN"
          decimal(4,2)   | 100.00
          decimal(4,2)   | 1.234
          decimal(4,2)   | "1e9999"
          date           | "2019-02-29"
          date           | "2019-7-4"
          date           | 20190704
          timestamp      | "yesterday"
          timestamp      | 5
          timestamp      | {"x":1}
          """)
  void countsValuesThatDoNotFit(String type, String value) throws Exception {
    Row row = row("{\"a\":" + value + "}", "a a " + type);

    assertThat(row.columns()).containsOnlyNulls().hasSize(1);
    assertThat(row.columnMismatches()).isEqualTo(1);
    assertThat(row.value()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          string         | 1.10                                       | 1.1
          string         | false                                      | false
          integer        | "7"                                        | 7
          integer        | 7.0                                        | 7
          double         | 12345678901234567890                       | 1.2345678901234567E19
          decimal(38,0)  | 12345678901234567890                       | 12345678901234567890
          decimal(4,2)   | 1.5                                        | 1.50
          timestamp      | {"$date":"2019-7-4T7:27:35.1+01:00"}       | 2019-07-04T06:27:35.100Z
          timestamp      | "2019-7-4T7:27:35.1+01:00"                 | 2019-07-04T06:27:35.100Z
          """)
  void convertsWithoutLoss(String type, String value, String expected) throws Exception {
    Row row = row("{\"a\":" + value + "}", "a a " + type);

    assertThat(row.columns()[0]).asString().isEqualTo(String.valueOf(expected));
  }

  @Test
  void followsNamesAsTheyComeOut() throws Exception {
    Row row =
        row(
            "{\"_archivedBy\":\"x\",\"$a\":1,\"d_a\":2}",
            "one _removedBy string",
            "two d_a integer",
            "three $a integer");

    assertThat(row.columns()).containsExactly("x", 2, null);
  }

  @Test
  void knowsTypesByTheirNames() {
    for (String name :
        List.of(
            "string",
            "boolean",
            "integer",
            "bigint",
            "double",
            "date",
            "timestamp",
            "decimal(38,38)")) {
      assertThat(ColumnType.find(name)).get().extracting(ColumnType::text).isEqualTo(name);
    }
    for (String name :
        List.of("decimal", "decimal(39,0)", "decimal(0,0)", "decimal(4,5)", "STRING", "int")) {
      assertThat(ColumnType.find(name)).isEmpty();
    }
  }

  private static Row row(String record, String... columns) throws Exception {
    List<Column> declared = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.split(" ", 3);
      declared.add(new Column(parts[0], parts[1], ColumnType.find(parts[2]).orElseThrow(), false));
    }
    byte[] line = TestLine.of(record).bytes();
    RecordSettings settings = new RecordSettings("core:claim", List.of(), declared, false);
    return (Row) new RecordFunction(settings, new TestKeys()).apply(line, 0, line.length);
  }
}
