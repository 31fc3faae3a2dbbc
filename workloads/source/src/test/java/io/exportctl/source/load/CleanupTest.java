package io.exportctl.source.load;

import static io.exportctl.source.support.TestStore.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.support.TestStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupTest {

  private static final String RELATIONS =
      "select relname from pg_class where relname ~ '^t[0-9]+$' order by oid";

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

  private static List<Version> load(SourceConfig config, String... files) throws Exception {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      store.arrive(config, "2024-01-0" + (i + 1), "v\n" + files[i]);
      store.load(config);
      versions.add(store.current(config).orElseThrow());
    }
    return versions;
  }

  private static void age(String dataset, int hours) throws Exception {
    store
        .database()
        .execute(
            "update operations.load set superseded_at = now() - interval '%d hours' where dataset = '%s' and superseded_at is not null"
                .formatted(hours, dataset));
  }

  private static List<String> clean() {
    return new Cleanup(store.database().database(), 24).run();
  }

  @Test
  void keepsTheTwoNewestAndWhatIsYoung() throws Exception {
    SourceConfig config = source("whole", "columns: [{name: v}]");
    List<Version> versions = load(config, "a\n", "b\n", "c\n");
    age("whole", 23);
    assertThat(clean()).isEmpty();
    assertThat(store.database().query(RELATIONS)).contains(versions.get(0).relation().name());
    age("whole", 25);

    assertThat(clean()).isEmpty();
    assertThat(store.database().query(RELATIONS))
        .doesNotContain(versions.get(0).relation().name())
        .contains(versions.get(1).relation().name(), versions.get(2).relation().name());
    assertThat(store.rows(versions.get(1))).containsExactly("(1,b)");
    assertThat(clean()).isEmpty();
  }

  @Test
  void deletesRowsThatVanishedLongAgo() throws Exception {
    SourceConfig config = source("snap", "mode: snapshot", "columns: [{name: v}]");
    List<Version> versions = load(config, "a\nb\nc\n", "b\nc\n", "c\n");
    age("snap", 25);

    assertThat(clean()).isEmpty();
    assertThat(
            store
                .database()
                .query("select v from " + versions.get(2).relation().qualified() + " order by id"))
        .containsExactly("b", "c");
    assertThat(store.rows(versions.get(1))).containsExactly("(2,b)", "(3,c)");
  }
}
