package io.exportctl.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.support.Eventually;
import io.exportctl.source.support.TestApi;
import io.exportctl.source.support.TestStore;
import io.exportctl.source.support.Zips;
import io.exportctl.source.tasks.FetchTask;
import io.exportctl.source.tasks.LoadTask;
import io.exportctl.source.tasks.Schedules;
import io.exportctl.source.tasks.Workers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a page with links to the API: schedule, fetch, nested archives, load, two months. */
class FetchToApiTest {

  private static final String KEYS =
      """
      unpack: {depth: 2, member: '[.]txt$'}
      parse: {encoding: x-MacRoman, delimiter: tab, header: [month, company]}
      mode: incremental
      columns:
        - {name: seen, from: month, type: date, format: yyyyMM}
        - {name: company, clean: [trim, lower]}
      """;

  @TempDir Path folder;

  private static byte[] month(String text) throws Exception {
    byte[] inner =
        Zips.zip(
            "data.txt", text.getBytes(Charset.forName("x-MacRoman")), "readme.md", new byte[9]);
    return Zips.zip("inner.zip", inner);
  }

  @Test
  void servesWhatAPageNames() throws Exception {
    try (TestStore store = TestStore.create(folder);
        TestFetch fetch = TestFetch.start();
        TestApi api = TestApi.start(store, folder)) {
      fetch
          .site()
          .on("/", 200, "<a href='media/e2401.zip'>January</a><a href='media/e2402.zip'>x</a>")
          .on("/media/e2401.zip", 200, month("202401\tCafé Zürich \n202401\tB & Co\n"))
          .on("/media/e2402.zip", 200, month("202402\tÅngström\n"));
      String section =
          "{page: \"%s\", link: '/e(?P<date>[0-9]{4})[.]zip$', date_format: yyMM, since: 2024-01-01}"
              .formatted(fetch.url("/"));
      api.addFetched("s", section, KEYS);

      ByteArrayOutputStream out = new ByteArrayOutputStream();
      run(store, fetch, api.catalogue(), out);

      assertThat(api.read("/api/v1/table-data/org.s/L1?orientation=records"))
          .isEqualTo(
              """
              200 {"results":[\
              {"id":1,"data_source_row_id":1,"seen":"2024-01-01","company":"café zürich"},\
              {"id":2,"data_source_row_id":2,"seen":"2024-01-01","company":"b & co"},\
              {"id":3,"data_source_row_id":3,"seen":"2024-02-01","company":"ångström"}],"next":null}""");
      assertThat(store.objects().list("datasets/"))
          .extracting(it -> it.key())
          .containsExactly("datasets/org/s/e2401.zip", "datasets/org/s/e2402.zip");
      assertThat(out.toString(UTF_8))
          .contains("\"event\":\"fetched\",\"dataset\":\"s\",\"files\":2", "\"event\":\"loaded\"")
          .doesNotContain("failure");
    }
  }

  private void run(TestStore store, TestFetch fetch, Catalogue catalogue, ByteArrayOutputStream out)
      throws Exception {
    EventLog log = new EventLog(new PrintStream(out, true, UTF_8), InstantSource.system());
    var database = store.database().database();
    Workers.Jobs jobs =
        new Workers.Jobs(
            new LoadTask(catalogue, store.loader(), log)::run,
            upload -> {},
            new FetchTask(catalogue, fetch.source(store, folder), database, log)::run,
            id -> Optional.empty(),
            () -> {},
            () -> {});
    Workers.Pace pace = new Workers.Pace(1, Duration.ofMillis(50), Duration.ofMinutes(1));
    Workers running = Workers.start(database, pace, jobs, log);
    Schedules.reconcile(database, catalogue.all(), Instant.now());
    Eventually.holds(
        "both loads",
        () ->
            store
                    .database()
                    .query("select 1 from operations.load where state in ('done', 'superseded')")
                    .size()
                == 2);
    running.close();
  }
}
