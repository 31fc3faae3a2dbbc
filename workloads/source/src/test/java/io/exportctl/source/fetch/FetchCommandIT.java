package io.exportctl.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.support.StoreProcess;
import io.exportctl.source.support.TestCertificates;
import io.exportctl.source.support.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fetch as a process: by command, and killed between two steps, after which another goes on.
 */
class FetchCommandIT {

  private static final int KILLED = 137;

  @TempDir Path folder;

  @ParameterizedTest
  @DisplayName("S11: the process is killed after a step of fetch, store, COPY, swap and commit")
  @ValueSource(strings = {"download", "arrival", "open", "copy", "swap", "commit"})
  void goesOnAfterTheProcessWasKilled(String step) throws Exception {
    try (TestStore store = TestStore.create(folder);
        TestFetch fetch = TestFetch.start()) {
      fetch
          .site()
          .on("/", 200, "<a href='e2401.csv'>a</a><a href='e2402.csv'>b</a>")
          .on("/e2401.csv", 200, "a\n1\n", "ETag: \"1\"")
          .on("/e2402.csv", 200, "a\n2\n", "ETag: \"2\"");
      SourceConfig config = source(fetch);
      try (StoreProcess killed = start(store, step)) {
        assertThat(killed.end()).as(killed.err()).isEqualTo(KILLED);
      }
      // Nothing is left of a load within which the process was killed.
      boolean isLoaded = step.equals("commit");
      assertThat(store.current(config).isPresent()).isEqualTo(isLoaded);

      FetchSource again = fetch.source(store, Files.createDirectories(folder.resolve("again")));
      assertThat(again.run(config).failure()).isEmpty();
      store.load(config);

      assertThat(store.rows(config)).containsExactly("(1,1)", "(2,2)");
      assertThat(store.objects().list("datasets/")).hasSize(2);
      assertThat(store.database().query("select state from operations.file"))
          .containsExactly("processed", "processed");
      assertThat(store.database().query("select 1 from operations.outbox where state = 'due'"))
          .hasSize(2);
      assertThat(store.load(config)).isEmpty();
    }
  }

  @Test
  void fetchesAndTriesByCommand() throws Exception {
    try (TestStore store = TestStore.create(folder);
        TestFetch fetch = TestFetch.start()) {
      fetch
          .site()
          .on("/", 200, "<a href='e2401.csv'>a</a>")
          .on("/e2401.csv", 200, "a\n007\n", "ETag: \"1\"");
      SourceConfig config = source(fetch);
      String file = folder.resolve("datasets/s.yaml").toString();
      try (StoreProcess tried = start(store, List.of("try", file), "-Xshare:auto")) {
        assertThat(tried.end()).as(tried.err()).isZero();
        assertThat(tried.out())
            .startsWith("file: e2401.csv\n")
            .contains("{\"id\":1,\"a\":\"007\"}");
      }
      assertThat(store.objects().list("")).isEmpty();
      try (StoreProcess fetched = start(store, List.of("fetch", "--all"), "-Xshare:auto")) {
        assertThat(fetched.end()).as(fetched.err()).isZero();
        assertThat(fetched.out())
            .isEqualTo(
                "s: fetched \"e2401.csv\"\ns, \"e2401.csv\": version 1 of 1 rows, 0 put aside\n");
      }
      assertThat(store.rows(config)).containsExactly("(1,007)");
    }
  }

  private SourceConfig source(TestFetch fetch) throws Exception {
    Path datasets = Files.createDirectories(folder.resolve("datasets"));
    Files.writeString(
        datasets.resolve("s.yaml"),
        """
        name: s
        schema: org.s
        fetch:
          page: https://localhost:%d/
          link: '/e(?P<date>[0-9]{4})[.]csv$'
          date_format: yyMM
          files: all
        mode: incremental
        columns: [{name: a}]
        notify: {airflow: any}
        """
            .formatted(fetch.site().port()));
    Catalogue catalogue = new Catalogue(datasets);
    assertThat(catalogue.reload()).isEmpty();
    return catalogue.get("s");
  }

  private StoreProcess start(TestStore store, String step) throws Exception {
    return start(store, List.of("fetch", "s"), "-Dstore.halt=" + step);
  }

  private StoreProcess start(TestStore store, List<String> arguments, String option)
      throws Exception {
    Map<String, String> environment =
        Map.of(
            "STORE_DATABASE_URL",
            store.database().url(),
            "STORE_OBJECTS",
            "file:" + folder.resolve("objects"),
            "STORE_DATASETS",
            folder.resolve("datasets").toString(),
            "STORE_FETCH_ALLOW",
            "127.0.0.0/8,::1/128");
    Path trust = TestCertificates.shared().trustStore(folder);
    List<String> options =
        List.of(
            option,
            "-Djavax.net.ssl.trustStore=" + trust,
            "-Djavax.net.ssl.trustStorePassword=" + TestCertificates.PASSWORD);
    return StoreProcess.start(folder, environment, options, arguments.toArray(String[]::new));
  }
}
