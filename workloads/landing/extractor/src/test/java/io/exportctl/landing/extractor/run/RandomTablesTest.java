package io.exportctl.landing.extractor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.JsonLines;
import io.exportctl.landing.extractor.support.RandomTable;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.extractor.support.TestServer;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Encoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables with random columns and rows, against what the server itself prints. */
class RandomTablesTest {

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("io.exportctl.landing.extractor.support.TestServer#versions")
  @DisplayName("22: random rows are the values that the server prints")
  void writesWhatTheServerPrints(int version, @TempDir Path folder) throws Exception {
    long first = Long.getLong("fuzz.seed", 22);
    try (TestDatabase database =
        TestDatabase.create(TestServer.shared(version), RandomTable.TYPES.toArray(String[]::new))) {
      for (int i = 0; i < Integer.getInteger("landing.schemas", 6); i++) {
        RandomTable table = RandomTable.of("r" + i, new Random(first * 1000 + i), version);
        database.execute(table.statements().toArray(String[]::new));
        assertSameValues(database, table, folder.resolve("s" + i), "seed " + (first * 1000 + i));
        database.execute("DROP TABLE " + table.name());
      }
    }
  }

  private static void assertSameValues(
      TestDatabase database, RandomTable table, Path folder, String seed) throws Exception {
    Selection selection =
        new Selection(List.of("public"), List.of(table.name()), List.of(), List.of(), List.of());
    TestOptions options = TestOptions.of(database).with(selection);
    Extracted exact = Extracted.to(Files.createDirectories(folder.resolve("exact")), options);
    Extracted asServer =
        Extracted.to(
            Files.createDirectories(folder.resolve("server")), options.with(Encoding.ROW_TO_JSON));

    List<List<Object>> values = new ArrayList<>();
    for (String line : asServer.lines(table.name())) {
      values.add(JsonLines.tokens(line, table.columns()));
    }
    List<List<Object>> expected = new ArrayList<>();
    for (String line : server(database, "SELECT row_to_json(t)::text FROM %s t", table)) {
      expected.add(JsonLines.tokens(line, table.columns()));
    }
    assertThat(values).as(seed).isEqualTo(expected);
    for (Column column : exact.table(table.name()).columns()) {
      assertSameTexts(database, table, exact, column, seed);
    }
  }

  private static void assertSameTexts(
      TestDatabase database, RandomTable table, Extracted exact, Column column, String seed)
      throws Exception {
    String type = table.columns().get(column.name());
    List<String> values = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    boolean array = column.type() == ColumnType.ARRAY;
    for (String line : exact.lines(table.name())) {
      values.add(array ? JsonLines.elements(line, column) : JsonLines.text(line, column));
    }
    String query = "SELECT " + serverText(column.name(), type) + " FROM %s";
    for (String text : server(database, query, table)) {
      expected.add(
          array ? JsonLines.serverElements(text) : JsonLines.serverText(text, column.type()));
    }
    assertThat(values).as("%s, column of type %s", seed, type).isEqualTo(expected);
  }

  private static String serverText(String column, String type) {
    if (type.endsWith("[]")) {
      return "CASE WHEN %1$s IS NOT NULL THEN coalesce((SELECT json_agg(e::text) FROM unnest(%1$s) e)::text, '[]') END"
          .formatted(column);
    }
    return switch (type) {
      case "money" -> column + "::numeric(19,2)::text";
      // A cast of char(n) strips its blanks.
      case "char(7)" -> "rpad(%s::text, 7)".formatted(column);
      default -> column + "::text";
    };
  }

  private static List<String> server(TestDatabase database, String query, RandomTable table)
      throws Exception {
    try (var connection = database.settings().open("test");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query.formatted("public." + table.name()))) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
