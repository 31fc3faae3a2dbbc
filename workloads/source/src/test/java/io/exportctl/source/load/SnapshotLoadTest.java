package io.exportctl.source.load;

import static io.exportctl.source.support.TestStore.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.support.TestStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads of whole tables that write only what differs. */
class SnapshotLoadTest {

  private static final String[] KEYS = {"mode: snapshot", "columns: [{name: a}, {name: b}]"};

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

  @Test
  void writesOnlyWhatDiffers() throws Exception {
    SourceConfig config = source("differs", KEYS);
    store.arrive(config, "2024-01-01", "a,b\nx,1\ny,2\ny,2\n,z\n");
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(1,x,1)", "(2,y,2)", "(3,,z)");
    Version first = store.current(config).orElseThrow();
    store.arrive(config, "2024-01-02", "a,b\n,z\nx,1\nnew,3\n");
    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,x,1)", "(3,,z)", "(4,new,3)");
    assertThat(store.rows(first)).containsExactly("(1,x,1)", "(2,y,2)", "(3,,z)");
    assertThat(store.current(config).orElseThrow().rows()).isEqualTo(3);
    assertThat(
            store
                .database()
                .query(
                    "select rows_added || ' ' || rows_removed from operations.load where dataset = 'differs' order by id"))
        .containsExactly("3 0", "1 1");
  }

  @Test
  void tellsCellsApartThatLookAlikeTogether() throws Exception {
    SourceConfig config = source("cells", KEYS);
    store.arrive(config, "2024-01-01", "a,b\nab,c\na,bc\n,abc\n");
    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,ab,c)", "(2,a,bc)", "(3,,abc)");
  }

  @Test
  void keepsVanishedRowsIfDeclared() throws Exception {
    SourceConfig config = source("keeps", "vanished: keep", KEYS[0], KEYS[1]);
    store.arrive(config, "2024-01-01", "a,b\nx,1\n");
    store.load(config);
    store.arrive(config, "2024-01-02", "a,b\ny,2\n");
    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,x,1)", "(2,y,2)");
  }

  @Test
  void writesNothingForAnUnchangedTable() throws Exception {
    SourceConfig config = source("unchanged", KEYS);
    String rows =
        IntStream.range(0, 20_000).mapToObj(it -> it + ",x\n").collect(Collectors.joining());
    store.arrive(config, "2024-01-01", "a,b\n" + rows);
    store.load(config);
    String relation = store.current(config).orElseThrow().relation().qualified();
    String size = "select pg_relation_size('" + relation + "')";
    List<String> before = store.database().query(size);
    store.arrive(
        config,
        "2024-01-02",
        "b,a\n"
            + IntStream.range(0, 20_000)
                .mapToObj(it -> "x," + it + "\n")
                .collect(Collectors.joining()));
    store.load(config);

    assertThat(store.database().query(size)).isEqualTo(before);
    assertThat(store.current(config).orElseThrow().rows()).isEqualTo(20_000);
  }

  /** Every version shows exactly the rows of its file, however often they come and go. */
  @Test
  void showsTheRowsOfEachFile() throws Exception {
    SourceConfig config = source("random", KEYS);
    Random random = new Random(18);
    Map<Version, List<String>> expected = new HashMap<>();
    for (int day = 1; day <= 12; day++) {
      TreeSet<String> rows = new TreeSet<>();
      for (int i = 0; i < 8; i++) {
        rows.add("r" + random.nextInt(12));
      }
      String text = rows.stream().map(it -> it + ",1\n").collect(Collectors.joining());
      store.arrive(config, "2024-01-%02d".formatted(day), "a,b\n" + text);
      store.load(config);
      expected.put(store.current(config).orElseThrow(), new ArrayList<>(rows));
    }

    for (Map.Entry<Version, List<String>> version : expected.entrySet()) {
      assertThat(store.rows(version.getKey()))
          .extracting(it -> it.split(",", -1)[1])
          .containsExactlyInAnyOrderElementsOf(version.getValue());
    }
  }
}
