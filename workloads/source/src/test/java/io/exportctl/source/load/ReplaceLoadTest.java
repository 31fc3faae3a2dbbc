package io.exportctl.source.load;

import static io.exportctl.source.support.TestStore.source;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.support.TestStore;
import io.exportctl.source.support.Zips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads whose newest file is the whole table. */
class ReplaceLoadTest {

  private static final String COLUMNS =
      "columns: [{name: n, type: integer}, {name: t, type: text}]";

  @TempDir static Path folder;
  private static TestStore store;

  @BeforeAll
  static void start() throws Exception {
    store = TestStore.create(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    store.close();
  }

  private static List<String> states(SourceConfig config) throws Exception {
    return store
        .database()
        .query(
            "select file_name || ' ' || state || coalesce(' ' || (error ->> 'code'), '')"
                + " from operations.file where dataset = '"
                + config.name()
                + "' order by number");
  }

  private static long relations() throws Exception {
    return store
        .database()
        .query("select relname from pg_class where relname ~ '^t[0-9]+$'")
        .size();
  }

  @Test
  void loadsTheNewestFileAndIgnoresOlderOnes() throws Exception {
    SourceConfig config = source("newest", COLUMNS);
    store.arrive(config, "2024-02-01", "n,t\n1,a\\b\n-2,\"x\ty\nz\"\nNULL,é😀\n");
    store.arrive(config, "2024-01-01", "n,t\n9,old\n");

    List<Outcome> outcomes = store.load(config);

    assertThat(outcomes).hasSize(1);
    assertThat(store.rows(config))
        .containsExactly("(1,1,\"a\\\\b\")", "(2,-2,\"x\ty\nz\")", "(3,,é😀)");
    assertThat(states(config))
        .containsExactly("file-2024-02-01.csv processed", "file-2024-01-01.csv ignored");
    assertThat(store.load(config)).isEmpty();
  }

  @Test
  void takesTheColumnsOfTheHeaderAsText() throws Exception {
    SourceConfig config = source("header");
    store.arrive(config, "2024-01-01", "a,select\n007,x\n");

    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,007,x)");
    assertThat(store.current(config).orElseThrow().columns())
        .extracting(it -> it.name().text() + " " + it.type().word())
        .containsExactly("a text", "select text");
  }

  @Test
  @DisplayName("S22: names that are not fit are refused, others are quoted")
  void refusesNamesThatAreNotFit() throws Exception {
    SourceConfig config = source("names");
    store.arrive(config, "2024-01-01", "Company No.,\"x\"\"; drop table y\",😀\n1,2,3\n");

    assertThat(store.load(config).get(0).failure().orElseThrow())
        .hasMessage(
            "columns need names of a-z, 0-9 and _; rename \"Company No.\" as \"company_no\","
                + " \"x\"; drop table y\" as \"x_drop_table_y\", \"😀\" as \"column_3\","
                + " or declare columns");
    assertThat(store.current(config)).isEmpty();

    List<Outcome> mended = store.loader().load(config, new Loader.Request(false, true));

    assertThat(mended.get(0).failure()).isEmpty();
    assertThat(store.rows(config)).containsExactly("(1,1,2,3)");
  }

  @Test
  @DisplayName("S12: a bad cell in the last of 1,000,000 rows")
  void keepsTheOldVersionAfterABadCell() throws Exception {
    SourceConfig config = source("last_row", COLUMNS);
    store.arrive(config, "2024-01-01", "n,t\n1,good\n");
    store.load(config);
    long before = relations();
    String rows =
        IntStream.range(0, 999_999).mapToObj(it -> it + ",x\n").collect(Collectors.joining());
    store.arrive(config, "2024-02-01", "n,t\n" + rows + "geheim,x\n");

    Outcome outcome = store.load(config).get(0);

    assertThat(outcome.failure().orElseThrow())
        .hasMessage("line 1000001, column \"n\": the cell is not of type integer");
    assertThat(store.rows(config)).containsExactly("(1,1,good)");
    assertThat(relations()).isEqualTo(before);
    assertThat(states(config))
        .containsExactly("file-2024-01-01.csv processed", "file-2024-02-01.csv failed bad-cell");
    assertThat(
            store
                .database()
                .query(
                    "select error ->> 'value' from operations.file where error is not null and dataset = 'last_row'"))
        .containsExactly("geheim");
  }

  @Test
  @DisplayName("S09: the same bytes under a new date, other bytes under the same date")
  void loadsOnlyOtherBytes() throws Exception {
    SourceConfig config = source("bytes", COLUMNS);

    assertThat(store.arrive(config, "2024-01-01", "n,t\n1,a\n")).isTrue();
    store.load(config);
    assertThat(store.arrive(config, "2024-02-01", "n,t\n1,a\n")).isFalse();
    assertThat(store.load(config)).isEmpty();
    assertThat(store.arrive(config, "2024-01-01", "n,t\n2,b\n")).isTrue();
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(1,2,b)");
    assertThat(store.arrive(config, "2024-01-01", "n,t\n1,a\n")).isTrue();
    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,1,a)");
    assertThat(store.objects().list("datasets/org/bytes/")).hasSize(2);
  }

  @Test
  @DisplayName("S17: fewer rows than expected, and columns that moved or are missing")
  void refusesTablesThatShrank() throws Exception {
    SourceConfig config =
        source("shrunk", COLUMNS, "expect: {min_rows: 2, max_shrink_percent: 20}");
    store.arrive(config, "2024-01-01", "t,n,new\na,1,x\nb,2,x\nc,3,x\nd,4,x\ne,5,x\n");
    assertThat(store.load(config).get(0).failure()).isEmpty();
    store.arrive(config, "2024-01-02", "n,t\n1,a\n");
    assertThat(store.load(config).get(0).failure().orElseThrow())
        .hasMessage("there are 1 rows, fewer than 2");
    store.arrive(config, "2024-01-03", "n,t\n1,a\n2,b\n3,c\n");
    assertThat(store.load(config).get(0).failure().orElseThrow())
        .hasMessage("there are 3 rows after 5, more than 20 % fewer");
    store.arrive(config, "2024-01-04", "n\n1\n2\n3\n4\n");
    assertThat(store.load(config).get(0).failure().orElseThrow())
        .hasMessage("the file lacks \"t\"");
    store.arrive(config, "2024-01-05", "n,t\n1,a\nx,b\n3,c\n4,d\n");
    assertThat(store.load(config).get(0).failure().orElseThrow())
        .hasMessage("line 3, column \"n\": the cell is not of type integer");
    assertThat(store.rows(config)).hasSize(5);
    store.arrive(config, "2024-01-06", "n,t\n1,a\n2,b\n3,c\n4,d\n");

    assertThat(store.load(config).get(0).failure()).isEmpty();
    assertThat(store.rows(config)).hasSize(4);
  }

  @Test
  void putsRowsAsideWithinTheLimit() throws Exception {
    SourceConfig config = source("aside", COLUMNS, "parse: {max_rejected: 2}");
    store.arrive(config, "2024-01-01", "n,t\n1,a\nx,=1+1\n2\n3,c\n");

    Outcome outcome = store.load(config).get(0);

    assertThat(outcome.rejected()).isEqualTo(2);
    assertThat(store.rows(config)).containsExactly("(1,1,a)", "(2,3,c)");
    String key = "rejected/aside/" + outcome.version() + ".csv";
    String aside = new String(store.objects().open(key).readAllBytes(), UTF_8);
    assertThat(aside.replace("\r\n", "\n"))
        .isEqualTo(
            """
            line,fault,cells
            3,"line 3, column ""n"": the cell is not of type integer",x,'=1+1
            4,line 4: the row has another number of cells than the header: 1,2
            """);
  }

  @Test
  void takesTheIdsOfAColumn() throws Exception {
    SourceConfig config =
        source("ids", "columns: [{name: batch, type: bigint}, {name: t}]", "id: batch");
    store.arrive(config, "2024-01-01", "batch,t\n30000000000,a\n7,b\n");
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(7,7,b)", "(30000000000,30000000000,a)");
    store.arrive(config, "2024-01-02", "batch,t\n1,a\n1,b\n");

    assertThat(store.load(config).get(0).failure().orElseThrow())
        .hasMessage("two rows have the same value in \"batch\", the id");
  }

  @Test
  void loadsAgainWithOtherColumns() throws Exception {
    SourceConfig before = source("again", "columns: [{name: n, type: text}]");
    store.arrive(before, "2024-01-01", "n,t\n1,a\n");
    store.load(before);
    SourceConfig after = source("again", COLUMNS);

    store.loader().load(after, new Loader.Request(true, false));

    assertThat(store.rows(after)).containsExactly("(1,1,a)");
    assertThat(store.current(after).orElseThrow().configHash()).isEqualTo(after.rowsHash());
  }

  @Test
  @DisplayName("S15: two workers, one dataset: one load")
  void loadsOnceInTwoWorkers() throws Exception {
    SourceConfig config = source("two", COLUMNS);
    store.arrive(config, "2024-01-01", "n,t\n1,a\n");
    List<Throwable> refused = new ArrayList<>();
    Loader first =
        store.loader(
            step -> {
              if (step.equals("copy")) {
                // A thread has one transaction at a time.
                CompletableFuture.runAsync(() -> store.load(config))
                    .exceptionally(
                        e -> {
                          refused.add(e.getCause());
                          return null;
                        })
                    .join();
              }
            });

    first.load(config, Loader.Request.USUAL);

    assertThat(refused).hasSize(1);
    assertThat(refused.get(0)).hasMessage("the dataset \"two\" is being loaded; try again later");
    assertThat(store.load(config)).isEmpty();
    assertThat(store.database().query("select id from operations.load where dataset = 'two'"))
        .hasSize(1);
  }

  @Test
  void readsAnArchiveWithItsMembers() throws Exception {
    SourceConfig config = source("archive", COLUMNS, "unpack: {member: 'csv$', depth: 2}");
    Path zip =
        Zips.write(
            folder.resolve("a.zip"), "b.csv", "n,t\n2,b\n", "a.csv", "t,n\na,1\n", "x.md", "#");
    store.arrivals().add(config, Arrivals.Arrival.uploaded(zip, "a.zip"));

    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,1,a)", "(2,2,b)");
  }
}
