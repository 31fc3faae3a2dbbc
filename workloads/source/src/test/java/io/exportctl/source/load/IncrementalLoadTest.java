package io.exportctl.source.load;

import static io.exportctl.source.support.TestStore.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.support.TestStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads that append the rows of each file. */
class IncrementalLoadTest {

  private static final String[] KEYS = {
    "mode: incremental", "columns: [{name: n, type: integer}, {name: t}]"
  };

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
  void appendsFilesInTheOrderOfTheirDates() throws Exception {
    SourceConfig config = source("ordered", KEYS);
    store.arrive(config, "2024-02-01", "n,t\n3,c\n");
    store.arrive(config, "2024-01-01", "n,t\n1,a\n2,b\n");

    List<Outcome> outcomes = store.load(config);

    assertThat(outcomes).extracting(Outcome::rows).containsExactly(2L, 3L);
    assertThat(store.rows(config)).containsExactly("(1,1,a)", "(2,2,b)", "(3,3,c)");
    assertThat(store.load(config)).isEmpty();
  }

  @Test
  void leavesOlderVersionsAsTheyAre() throws Exception {
    SourceConfig config = source("bounds", KEYS);
    store.arrive(config, "2024-01-01", "n,t\n1,a\n");
    store.load(config);
    Version first = store.current(config).orElseThrow();
    store.arrive(config, "2024-02-01", "n,t\n2,b\n");
    store.load(config);

    assertThat(store.current(config).orElseThrow().relation()).isEqualTo(first.relation());
    assertThat(store.rows(first)).containsExactly("(1,1,a)");
    assertThat(store.rows(config)).containsExactly("(1,1,a)", "(2,2,b)");
  }

  @Test
  @DisplayName("S19: a file fails, later ones succeed, then it succeeds: all rows once")
  void loadsAFileThatFailedBefore() throws Exception {
    SourceConfig config = source("later", KEYS);
    store.arrive(config, "2024-01-01", "n,t\n1,a\n");
    store.arrive(config, "2024-02-01", "n,t\nx,b\n");
    store.arrive(config, "2024-03-01", "n,t\n3,c\n");
    List<Outcome> outcomes = store.load(config);
    assertThat(outcomes)
        .extracting(it -> it.failure().isPresent())
        .containsExactly(false, true, false);
    assertThat(store.rows(config)).containsExactly("(1,1,a)", "(2,3,c)");

    assertThat(store.load(config)).hasSize(1);
    assertThat(
            store.database().query("select attempts from operations.file where state = 'failed'"))
        .containsExactly("2");
    store.arrive(config, "2024-02-01", "n,t\n2,b\n");
    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,1,a)", "(2,3,c)", "(3,2,b)");
  }

  @Test
  void readsAllFilesAgainIfOneComesWithOtherBytes() throws Exception {
    SourceConfig config = source("replaced", KEYS);
    store.arrive(config, "2024-01-01", "n,t\n1,a\n");
    store.arrive(config, "2024-02-01", "n,t\n2,b\n");
    store.load(config);
    Version before = store.current(config).orElseThrow();
    store.arrive(config, "2024-01-01", "n,t\n10,A\n");
    store.load(config);

    assertThat(store.rows(config)).containsExactly("(1,2,b)", "(2,10,A)");
    assertThat(store.rows(before)).containsExactly("(1,1,a)", "(2,2,b)");
    assertThat(store.current(config).orElseThrow().relation()).isNotEqualTo(before.relation());
  }

  @Test
  void readsAllFilesAgainIfTheColumnsChange() throws Exception {
    SourceConfig before = source("columns", KEYS);
    store.arrive(before, "2024-01-01", "n,t\n1,a\n");
    store.arrive(before, "2024-02-01", "n,t\n2,b\n");
    store.load(before);
    SourceConfig after = source("columns", "mode: incremental", "columns: [{name: t}]");

    store.load(after);

    assertThat(store.rows(after)).containsExactly("(1,a)", "(2,b)");
    assertThat(store.load(after)).isEmpty();
  }

  @Test
  void keepsTheStateOfFilesIfReadingThemAgainFails() throws Exception {
    SourceConfig before = source("kept", KEYS);
    store.arrive(before, "2024-01-01", "n,t\n1,a\n");
    store.load(before);
    SourceConfig after = source("kept", "mode: incremental", "columns: [{name: other}]");

    assertThat(store.load(after).get(0).failure().orElseThrow())
        .hasMessage("the file lacks \"other\"");
    assertThat(store.rows(before)).containsExactly("(1,1,a)");
    store.load(before);

    assertThat(store.rows(before)).containsExactly("(1,1,a)");
  }
}
