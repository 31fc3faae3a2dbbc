package io.exportctl.landing.extractor.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.format.KeyCheck;
import io.exportctl.landing.format.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of tables and columns that need care in SQL, in JSON or in a key. */
class NamesTest {

  private static final List<String> ODD =
      List.of(
          "Weird \"Name\"",
          "a.b",
          "ü",
          "select",
          "x".repeat(63),
          "a/../b",
          "%s%n",
          "{}[],:",
          "\\",
          "line\nend",
          "\u0001",
          "$1",
          "';--",
          "😀",
          " ",
          "2026");

  @TempDir Path folder;

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Test
  @DisplayName("21: odd names of tables and columns lead to right keys and lines")
  void readsTablesWithOddNames() throws Exception {
    List<String> statements = new ArrayList<>();
    for (String name : ODD) {
      statements.add("CREATE SCHEMA " + quoted("s" + statements.size()));
      String table = quoted("s" + (statements.size() - 1)) + "." + quoted(name);
      statements.add("CREATE TABLE %s (%s text, n int)".formatted(table, quoted(name)));
      statements.add("INSERT INTO %s VALUES ('v', 1)".formatted(table));
    }
    try (TestDatabase database = TestDatabase.create(statements.toArray(String[]::new))) {
      List<String> schemas = ODD.stream().map(it -> "s" + 3 * ODD.indexOf(it)).toList();

      Extracted it = Extracted.to(folder, in(database, schemas));

      for (String name : ODD) {
        Table table = it.table(name);
        assertThat(table.tableName()).matches("[a-z0-9_]+");
        assertThat(table.columns().get(0).name()).isEqualTo(name);
        assertThat(keys(it.lines(name).get(0))).containsExactly(name, "n");
      }
      assertThat(Extracted.files(folder))
          .hasSize(ODD.size() + 3)
          .allSatisfy(key -> assertThat(KeyCheck.fault(key)).isEmpty());
    }
  }

  @Test
  @DisplayName("21: columns A and a are both read; tables A and a are refused")
  void tellsApartUpperAndLowerCase() throws Exception {
    try (TestDatabase database =
        TestDatabase.create("CREATE TABLE t (\"A\" int, a int)", "INSERT INTO t VALUES (1, 2)")) {
      assertThat(Extracted.to(folder, TestOptions.of(database)).lines("t"))
          .containsExactly("{\"A\":1,\"a\":2}");

      database.execute("CREATE TABLE \"T\" (n int)");

      assertThatThrownBy(() -> Extracted.to(folder, TestOptions.of(database)))
          .isInstanceOfSatisfying(
              ExtractionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.USAGE))
          .hasMessage(
              "tables \"public.T\" and \"public.t\" would both be called \"t\"; exclude one of them");
    }
  }

  @Test
  @DisplayName("21: any name of a column comes back from a line")
  void readsColumnsWithAnyName() throws Exception {
    Random random = new Random(Long.getLong("fuzz.seed", 21));
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < 500) {
      names.add(name(random));
    }
    List<String> columns = names.stream().map(it -> quoted(it) + " int").toList();
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE t (" + String.join(", ", columns) + ")",
            "INSERT INTO t DEFAULT VALUES")) {
      Extracted it = Extracted.to(folder, TestOptions.of(database));

      assertThat(keys(it.lines("t").get(0))).containsExactlyElementsOf(names);
    }
  }

  /** Returns a name of at most 63 bytes. */
  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int length = 1 + random.nextInt(15);
    for (int i = 0; i < length; i++) {
      int bound = random.nextBoolean() ? 0x7f : Character.MAX_CODE_POINT;
      int point = 1 + random.nextInt(bound);
      name.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '"' : point);
    }
    return name.toString();
  }

  private static TestOptions in(TestDatabase database, List<String> schemas) {
    return TestOptions.of(database)
        .with(new Selection(schemas, List.of("*"), List.of(), List.of(), List.of()));
  }

  private static List<String> keys(String line) throws IOException {
    List<String> keys = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          keys.add(json.currentName());
        }
      }
    }
    return keys;
  }
}
