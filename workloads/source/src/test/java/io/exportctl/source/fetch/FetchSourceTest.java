package io.exportctl.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.ConfigReader;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.fetch.FetchSource.Fetched;
import io.exportctl.source.load.Status;
import io.exportctl.source.support.ScriptedSite;
import io.exportctl.source.support.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a page to rows, with a database and a folder of objects. */
class FetchSourceTest {

  @TempDir Path folder;
  private TestStore store;
  private TestFetch fetch;
  private FetchSource source;

  @BeforeEach
  void start() throws Exception {
    store = TestStore.create(folder);
    fetch = TestFetch.start();
    source = fetch.source(store, Files.createDirectories(folder.resolve("downloads")));
  }

  @AfterEach
  void stop() throws Exception {
    fetch.close();
    store.close();
  }

  private SourceConfig monthly(String name, String... keys) {
    return TestStore.fetched(
        name,
        "{page: \"%s\", link: '/e(?P<date>[0-9]{4})[.]csv$', date_format: yyMM}"
            .formatted(fetch.url("/page")),
        keys);
  }

  private void month(String month, String text) {
    fetch.site().on("/e" + month + ".csv", 200, text, "ETag: \"" + text.hashCode() + "\"");
  }

  private void page(String... months) {
    StringBuilder page = new StringBuilder("<html>");
    for (String month : months) {
      page.append("<a href='/e").append(month).append(".csv'>x</a>");
    }
    fetch.site().on("/page", 200, page.toString());
  }

  private Fetched run(SourceConfig config) {
    Fetched fetched = source.run(config);
    assertThat(folder.resolve("downloads")).isEmptyDirectory();
    return fetched;
  }

  @Test
  void fetchesAndLoadsNewMonths() throws Exception {
    SourceConfig config = monthly("s", "mode: incremental", "columns: [{name: a}]");
    page("2401", "2402");
    month("2401", "a\n1\n");
    month("2402", "a\n2\n");
    assertThat(run(config).files()).containsExactly("e2402.csv");
    store.load(config);
    page("2401", "2402", "2403", "2404");
    month("2403", "a\n3\n");
    month("2404", "a\n4\n");

    assertThat(run(config).files()).containsExactly("e2403.csv", "e2404.csv");
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(1,2)", "(2,3)", "(3,4)");
    assertThat(run(config).files()).isEmpty();
    assertThat(store.load(config)).isEmpty();
    assertThat(store.objects().list("")).hasSize(3);
  }

  @Test
  void asksForTheNewestFileOnlyIfItChanged() throws Exception {
    SourceConfig config = monthly("s");
    page("2401");
    fetch
        .site()
        .on(
            "/e2401.csv",
            (request, out) -> {
              boolean same = request.header("if-none-match").orElse("").equals("\"7\"");
              ScriptedSite.reply(
                  out,
                  same ? 304 : 200,
                  same ? new byte[0] : "a\n1\n".getBytes(UTF_8),
                  "ETag: \"7\"");
            });

    assertThat(run(config).files()).containsExactly("e2401.csv");
    assertThat(run(config).files()).isEmpty();
    assertThat(fetch.site().requests().get(3).headers()).containsEntry("if-none-match", "\"7\"");
  }

  @Test
  @DisplayName("S09: the same bytes under a new date are fetched once and not loaded; others are")
  void knowsBytesUnderANewDate() throws Exception {
    SourceConfig config = monthly("s");
    page("2401");
    month("2401", "a\n1\n");
    run(config);
    store.load(config);
    page("2401", "2402");
    month("2402", "a\n1\n");

    assertThat(run(config).files()).isEmpty();
    assertThat(store.load(config)).isEmpty();
    assertThat(store.objects().list("")).hasSize(1);
    run(config);
    assertThat(fetch.site().requests().get(5).header("if-none-match")).isPresent();
    month("2402", "a\n2\n");
    assertThat(run(config).files()).containsExactly("e2402.csv");
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(1,2)");
  }

  @Test
  @DisplayName("S04: an error page is not stored under its date, and the next fetch tries again")
  void triesAFileAgainAfterAnErrorPage() throws Exception {
    SourceConfig config = monthly("s");
    page("2401");
    month("2401", "<!doctype html><p>busy");

    Fetched first = run(config);
    assertThat(first.failure().orElseThrow().fault().code()).isEqualTo("not-csv");
    assertThat(store.objects().list("")).isEmpty();
    assertThat(Status.text(store.database().database(), config))
        .contains("last fetch failed: the file is an HTML page");
    month("2401", "a\n1\n");
    assertThat(run(config).failure()).isEmpty();
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(1,1)");
    assertThat(Status.text(store.database().database(), config)).doesNotContain("last fetch");
  }

  @Test
  void leavesNoGapIfAFileFails() throws Exception {
    SourceConfig config = monthly("s", "mode: incremental", "columns: [{name: a}]");
    page("2401");
    month("2401", "a\n1\n");
    run(config);
    page("2401", "2402", "2403");
    month("2403", "a\n3\n");

    Fetched cut = run(config);
    assertThat(cut.files()).isEmpty();
    assertThat(cut.failure().orElseThrow()).hasMessageEndingWith("answered with status 404");
    month("2402", "a\n2\n");
    assertThat(run(config).files()).containsExactly("e2402.csv", "e2403.csv");
  }

  @Test
  void takesOverTheFilesOfAnOlderSystem() throws Exception {
    SourceConfig config = monthly("s", "mode: incremental", "columns: [{name: a}]");
    for (String month : new String[] {"2402", "2401"}) {
      Path file = Files.writeString(folder.resolve(month), "a\n" + month + "\n");
      store.objects().put("datasets/org/s/e" + month + ".csv", file);
      store.objects().put("datasets/org/s/other/e" + month + ".csv", file);
    }
    page("2402", "2403");
    month("2402", "a\n2402\n");
    month("2403", "a\n2403\n");

    assertThat(run(config).files()).containsExactly("e2401.csv", "e2402.csv", "e2403.csv");
    store.load(config);
    assertThat(store.rows(config)).containsExactly("(1,2401)", "(2,2402)", "(3,2403)");
    assertThat(fetch.site().paths()).containsExactly("/page", "/e2403.csv");
  }

  @Test
  void refusesASourceWithoutAFetch() {
    SourceConfig config =
        ConfigReader.read("u.yaml", "name: u\nschema: org.u\nupload: {by: [x]}\n")
            .config()
            .orElseThrow();

    assertThat(run(config).failure().orElseThrow())
        .hasMessage("the source \"u\" has uploads, and nothing to fetch");
  }
}
