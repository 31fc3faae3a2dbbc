package io.exportctl.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.support.TestStore;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The files that pages name. */
class LinkPageTest {

  private static final String PAGE = "https://example.org/trade/index.html";

  private static List<FoundFile> files(String fetch, String page) {
    FetchConfig config =
        TestStore.fetched("s", "{page: \"" + PAGE + "\", " + fetch + "}").fetch().orElseThrow();
    return new LinkPage(config)
        .files(URI.create(PAGE), new PageText.Body(page.getBytes(UTF_8), Optional.empty()));
  }

  private static FoundFile file(String address, String name, String date) {
    return new FoundFile(URI.create(address), name, Optional.of(LocalDate.parse(date)));
  }

  @Test
  void findsThePatternAnywhereInResolvedLinks() {
    assertThat(
            files(
                "link: 'exporters(?P<date>[0-9]{4})[.]zip', date_format: yyMM",
                """
                <a href="../media/exporters2402.zip?v=1#top">b</a> <a href='exporters2401.zip'>a</a>
                <a href="exporters2401.zip">again</a> <a>none</a> <a href="importers2401.zip">c</a>
                """))
        .containsExactly(
            file("https://example.org/trade/exporters2401.zip", "exporters2401.zip", "2024-01-01"),
            file(
                "https://example.org/media/exporters2402.zip?v=1",
                "exporters2402.zip",
                "2024-02-01"));
  }

  @Test
  void goesToAnotherAddressAndStoresUnderAnotherName() {
    assertThat(
            files(
                "link: '/n/(?P<date>[0-9-]+)/(?P<part>[^/]+)$', date_format: yyyy-MM-dd,"
                    + " address: 'https://files.example.org/{part}?on={date}', store_as: '{part}.csv'",
                "<a href='/n/2024-02-03/a%20b&amp;c'>x</a>"))
        .containsExactly(
            file("https://files.example.org/a%20b%26c?on=2024-02-03", "a_20b_c.csv", "2024-02-03"));
  }

  @Test
  void readsThePageAsText() {
    assertThat(
            files(
                "list: text, link: '\"uri\":\"(?P<part>[a-z0-9]+)\"',"
                    + " address: 'https://example.org/{part}/data.csv', store_as: '{part}'",
                "{\"items\":[{\"uri\":\"b2\"},{\"uri\":\"a1\"}]}"))
        .containsExactly(
            new FoundFile(URI.create("https://example.org/a1/data.csv"), "a1", Optional.empty()),
            new FoundFile(URI.create("https://example.org/b2/data.csv"), "b2", Optional.empty()));
  }

  @Test
  void resolvesTheBaseOfThePage() {
    assertThat(files("link: 'csv$'", "<base href='https://cdn.example.org/x/'><a href='a.csv'>"))
        .extracting(it -> it.address().toString())
        .containsExactly("https://cdn.example.org/x/a.csv");
  }

  @Test
  @DisplayName("S02: a page without a link that fits; the first five are told")
  void refusesAPageWithoutLinks() {
    assertThatThrownBy(
            () ->
                files(
                    "link: 'csv$'",
                    "<a href=1><a href=2><a href=3><a href=4><a href=5><a href='6&#10;x'><p>csv"))
        .hasMessage(
            "no link fits fetch.link; the page has \"https://example.org/trade/1\","
                + " \"https://example.org/trade/2\", \"https://example.org/trade/3\","
                + " \"https://example.org/trade/4\", \"https://example.org/trade/5\"");
    assertThatThrownBy(() -> files("link: 'csv$'", "")).hasMessage("no link fits fetch.link");
  }

  @Test
  @DisplayName("S02: a date that is none")
  void refusesADateThatIsNone() {
    assertThatThrownBy(
            () ->
                files(
                    "link: 'e(?P<date>[0-9]+)$', date_format: yyMMdd", "<a href='e240230'>Feb</a>"))
        .hasMessage(
            "the date \"240230\" in the link \"https://example.org/trade/e240230\""
                + " does not fit fetch.date_format");
  }

  @Test
  void refusesTwoLinksOfOneName() {
    assertThatThrownBy(
            () -> files("link: 'csv$'", "<a href='a/x.csv'>a</a><a href='b/x.csv'>b</a>"))
        .hasMessage(
            "two links give the file \"x.csv\": https://example.org/trade/a/x.csv and"
                + " https://example.org/trade/b/x.csv; set fetch.store_as, or a narrower fetch.link");
  }
}
