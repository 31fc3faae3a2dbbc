package io.exportctl.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exportctl.source.catalogue.FetchConfig;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.fetch.TestFetch.TestPatience;
import io.exportctl.source.load.FetchedFiles.Known;
import io.exportctl.source.support.ScriptedSite;
import io.exportctl.source.support.TestCertificates;
import io.exportctl.source.support.TestStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a site that misbehaves in every way. */
class DownloadsTest {

  private static final byte[] DATA = "a,b\n".repeat(50_000).getBytes(UTF_8);

  @TempDir Path folder;
  private TestFetch fetch;

  @BeforeEach
  void start() throws Exception {
    fetch = TestFetch.start();
  }

  @AfterEach
  void stop() throws Exception {
    fetch.close();
  }

  private FetchConfig config(String path, String... keys) {
    String more = keys.length == 0 ? "" : ", " + String.join(", ", keys);
    return TestStore.fetched("s", "{url: \"" + fetch.url(path) + "\"" + more + "}")
        .fetch()
        .orElseThrow();
  }

  private Optional<FileDownload.Done> download(
      Downloads downloads, FetchConfig config, Optional<Known> known) {
    return downloads.file(config, LinkPage.only(config), known, folder.resolve("file"));
  }

  private Optional<FileDownload.Done> download(String path) {
    return download(fetch.downloads(), config(path), Optional.empty());
  }

  private StoreException refusal(Downloads downloads, FetchConfig config) {
    return catchThrowableOfType(
        StoreException.class, () -> download(downloads, config, Optional.empty()));
  }

  private byte[] stored() throws IOException {
    return Files.readAllBytes(folder.resolve("file"));
  }

  @Test
  void writesWhatTheSiteSends() throws Exception {
    fetch.site().on("/f.csv", 200, DATA, "ETag: \"1\"", "Last-Modified: yesterday");

    assertThat(download("/f.csv"))
        .contains(new FileDownload.Done(Optional.of("\"1\""), Optional.of("yesterday")));
    assertThat(stored()).isEqualTo(DATA);
    assertThat(fetch.site().requests().get(0).headers())
        .containsEntry("user-agent", "exportctl-store")
        .doesNotContainKeys("accept-encoding", "cookie", "x-token");
  }

  @Test
  void asksWhetherTheFileChanged() {
    fetch
        .site()
        .on(
            "/f.csv",
            (request, out) ->
                ScriptedSite.reply(
                    out, request.header("if-none-match").isPresent() ? 304 : 200, new byte[0]));
    Known known = new Known("f.csv", Optional.empty(), Optional.of("\"1\""), Optional.of("then"));

    assertThat(download(fetch.downloads(), config("/f.csv"), Optional.of(known))).isEmpty();
    assertThat(fetch.site().requests().get(0).headers())
        .containsEntry("if-none-match", "\"1\"")
        .containsEntry("if-modified-since", "then");
  }

  @Test
  @DisplayName("S01: pages that answer 404 or 500")
  void tellsTheStatus() {
    fetch.site().on("/500", 500, "no");

    assertThat(refusal(fetch.downloads(), config("/404")))
        .hasMessage(fetch.url("/404") + " answered with status 404");
    assertThat(fetch.site().paths()).containsExactly("/404");
    assertThat(refusal(fetch.downloads(), config("/500")))
        .hasMessage(fetch.url("/500") + " answered with status 500, also when tried again");
    assertThat(fetch.site().paths()).hasSize(5);
    assertThat(fetch.pauses())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
    assertThat(folder.resolve("file")).doesNotExist();
  }

  @Test
  @DisplayName("S01: certificates that are expired, for another host, or for no host")
  void refusesCertificates() throws Exception {
    TestCertificates certificates = TestCertificates.shared();
    certificates.site("expired", TestFetch.HOST, "-startdate", "-10d", "-validity", "1");
    certificates.site("other", "other.example.org");

    for (String name : List.of("expired", "other", "authority")) {
      try (ScriptedSite site =
          ScriptedSite.start(certificates.context(name)).on("/f.csv", 200, DATA)) {
        String url = "https://%s:%d/f.csv".formatted(TestFetch.HOST, site.port());
        FetchConfig config = TestStore.fetched("s", "{url: \"" + url + "\"}").fetch().orElseThrow();
        assertThat(refusal(fetch.downloads(), config))
            .as(name)
            .hasMessage(url + " has a certificate that is not valid");
        assertThat(site.requests()).isEmpty();
      }
    }
    assertThat(fetch.pauses()).isEmpty();
  }

  /** Sends half of the data first, and then what it is asked for. */
  private void cutOff(boolean hasLength, String... headers) {
    AtomicInteger asked = new AtomicInteger();
    fetch
        .site()
        .on(
            "/f.csv",
            (request, out) -> {
              boolean first = asked.getAndIncrement() == 0;
              int from =
                  request
                      .header("range")
                      .map(it -> Integer.parseInt(it.replaceAll("\\D", "")))
                      .orElse(0);
              byte[] part = Arrays.copyOfRange(DATA, from, DATA.length);
              String range = "Content-Range: bytes %d-%d/%d";
              List<String> all = new ArrayList<>(List.of(headers));
              if (from > 0) {
                all.add(range.formatted(from, DATA.length - 1, DATA.length));
              }
              if (!hasLength) {
                all.add("Transfer-Encoding: chunked");
              }
              ScriptedSite.head(
                  out,
                  from > 0 ? 206 : 200,
                  hasLength ? part.length : -1,
                  all.toArray(String[]::new));
              int length = first ? part.length / 2 : part.length;
              if (hasLength) {
                out.write(part, 0, length);
              } else {
                chunk(out, part, length, first);
              }
            });
  }

  private static void chunk(OutputStream out, byte[] part, int length, boolean isCut)
      throws IOException {
    out.write((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
    out.write(part, 0, length);
    out.write(isCut ? new byte[0] : "\r\n0\r\n\r\n".getBytes(UTF_8));
  }

  @Test
  @DisplayName("S03: a download cut off continues by a strong ETag")
  void continuesWhatWasCutOff() throws Exception {
    cutOff(true, "ETag: \"1\"");

    assertThat(download("/f.csv")).isPresent();
    assertThat(stored()).isEqualTo(DATA);
    assertThat(fetch.site().requests().get(1).headers())
        .containsEntry("range", "bytes=" + DATA.length / 2 + "-")
        .containsEntry("if-range", "\"1\"");
    assertThat(fetch.site().paths()).hasSize(2);
  }

  @Test
  @DisplayName("S03: a download cut off, without a length or a strong ETag, begins anew")
  void beginsAnewWhatCannotContinue() throws Exception {
    cutOff(false, "ETag: W/\"1\"");

    assertThat(download("/f.csv")).isPresent();
    assertThat(stored()).isEqualTo(DATA);
    assertThat(fetch.site().requests().get(1).headers()).doesNotContainKey("range");
  }

  @Test
  @DisplayName("S03: a server that ignores the range, or sends another part")
  void takesTheWholeFileIfThePartIsWrong() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    fetch
        .site()
        .on(
            "/f.csv",
            (request, out) -> {
              switch (asked.getAndIncrement()) {
                case 0 -> {
                  ScriptedSite.head(out, 200, DATA.length, "ETag: \"1\"");
                  out.write(DATA, 0, 1000);
                }
                case 1 ->
                    ScriptedSite.reply(
                        out, 206, "x".getBytes(UTF_8), "Content-Range: bytes 5-5/200000");
                case 2 -> {
                  ScriptedSite.head(out, 200, DATA.length, "ETag: \"1\"");
                  out.write(DATA, 0, 1000);
                }
                default -> ScriptedSite.reply(out, 200, DATA, "ETag: \"2\"");
              }
            });

    assertThat(download("/f.csv")).isPresent();
    assertThat(stored()).isEqualTo(DATA);
  }

  @Test
  @DisplayName("S04: an error page with status 200, a PDF, an empty file")
  void refusesWhatIsNoData() {
    fetch.site().on("/page", 200, "\n<!DOCTYPE html><html>Sorry", "Content-Type: text/csv");
    fetch.site().on("/pdf", 200, "%PDF-1.4");
    fetch.site().on("/empty", 200, "");

    assertThat(refusal(fetch.downloads(), config("/page")))
        .hasMessage(
            "the file is an HTML page, perhaps an error of the website; get the file itself");
    assertThat(refusal(fetch.downloads(), config("/pdf"))).hasMessageContaining("PDF");
    assertThat(refusal(fetch.downloads(), config("/empty")))
        .hasMessage(fetch.url("/empty") + " is empty");
  }

  @Test
  @DisplayName("S05: a body that drips, one that never ends, one that stops in between")
  void limitsTimeAndSize() {
    fetch
        .site()
        .on("/drip", (request, out) -> drip(out))
        .on("/endless", (request, out) -> endless(out))
        .on("/stops", (request, out) -> stops(out));

    assertThat(refusal(fetch.downloads(TestPatience.SHORT), config("/drip")))
        .hasMessage(fetch.url("/drip") + " was not there within 1 seconds");
    assertThat(refusal(fetch.downloads(), config("/endless", "max_mb: 1")))
        .hasMessage("the file is larger than 1 MB; raise fetch.max_mb if it may be");
    assertThat(refusal(fetch.downloads(TestPatience.SHORT_READ), config("/stops")))
        .hasMessage(fetch.url("/stops") + " could not be read to its end, also when tried again");
  }

  private static void drip(OutputStream out) throws IOException {
    ScriptedSite.head(out, 200, 1_000_000);
    try {
      while (true) {
        out.write('a');
        out.flush();
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endless(OutputStream out) throws IOException {
    ScriptedSite.head(out, 200, -1);
    while (true) {
      out.write(DATA);
    }
  }

  private static void stops(OutputStream out) throws IOException {
    ScriptedSite.head(out, 200, 1_000_000);
    out.flush();
    try {
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("S05: 30 redirects in turn, and a loop; five are followed")
  void limitsRedirects() throws Exception {
    for (int i = 0; i < 30; i++) {
      fetch.site().on("/r" + i, 302, "", "Location: /r" + (i + 1));
    }
    fetch.site().on("/r30", 200, DATA).on("/loop", 301, "", "Location: /loop");

    assertThat(refusal(fetch.downloads(), config("/r0")))
        .hasMessage(fetch.url("/r0") + " leads to more than 5 others in turn");
    assertThat(fetch.site().paths()).hasSize(6);
    assertThat(refusal(fetch.downloads(), config("/loop")))
        .hasMessageContaining("more than 5 others");
    assertThat(download("/r25")).isPresent();
    assertThat(stored()).isEqualTo(DATA);
  }

  @Test
  @DisplayName("S06: redirects to private addresses, other schemes and ports")
  void refusesUnsafeRedirects() throws Exception {
    List<String> places =
        List.of(
            "https://169.254.169.254/latest/meta-data",
            "https://127.0.0.2/",
            "https://[::ffff:10.0.0.1]/",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https://10.0.0.1:" + fetch.site().port() + "/",
            "http://data.example.org/f.csv",
            "file:///etc/passwd",
            "ftp://data.example.org/f.csv",
            "https://user:geheim@data.example.org/f.csv",
            "https://data.example.org:22/");
    for (int i = 0; i < places.size(); i++) {
      fetch.site().on("/to" + i, 302, "", "Location: " + places.get(i));
      StoreException refusal = refusal(fetch.downloads(), config("/to" + i));
      assertThat(refusal.fault().code()).as(places.get(i)).isEqualTo("unsafe-address");
      assertThat(refusal).hasMessageNotContaining("geheim");
    }
    assertThat(fetch.pauses()).isEmpty();
  }

  @Test
  @DisplayName("S07: a name that is public first and private later; the connected address decides")
  void checksTheAddressThatItConnectsTo() {
    AtomicInteger looked = new AtomicInteger();
    Downloads downloads =
        fetch.downloads(
            host -> {
              InetAddress[] site = TestFetch.addresses("127.0.0.1");
              InetAddress[] inside = TestFetch.addresses("10.0.0.1");
              return looked.getAndIncrement() == 0 ? site : inside;
            });
    fetch.site().on("/f.csv", 200, DATA);

    assertThat(download(downloads, config("/f.csv"), Optional.empty())).isPresent();
    assertThat(refusal(downloads, config("/f.csv")))
        .hasMessage(fetch.url("/f.csv") + " leads to a host without a public address");
    assertThat(fetch.site().paths()).hasSize(1);
  }

  @Test
  @DisplayName("S08: 429 with Retry-After, 503 twice; then the file")
  void waitsAsLongAsItIsTold() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    fetch
        .site()
        .on(
            "/f.csv",
            (request, out) -> {
              switch (asked.getAndIncrement()) {
                case 0 -> ScriptedSite.reply(out, 429, new byte[0], "Retry-After: 120");
                case 1, 2 -> ScriptedSite.reply(out, 503, new byte[0]);
                default -> ScriptedSite.reply(out, 200, DATA);
              }
            });

    assertThat(download("/f.csv")).isPresent();
    assertThat(stored()).isEqualTo(DATA);
    assertThat(fetch.pauses())
        .containsExactly(Duration.ofSeconds(120), Duration.ofSeconds(4), Duration.ofSeconds(16));
  }

  @Test
  @DisplayName("S08: a Retry-After beyond ten minutes ends the fetch")
  void doesNotWaitForever() {
    fetch.site().on("/f.csv", 503, "", "Retry-After: 601");

    assertThat(refusal(fetch.downloads(), config("/f.csv")))
        .hasMessage(fetch.url("/f.csv") + " asks to come back after 601 seconds");
    assertThat(fetch.pauses()).isEmpty();
  }

  @Test
  void sendsSecretHeadersToTheNamedHostOnly() {
    fetch
        .site()
        .on(
            "/f.csv",
            302,
            "",
            "Location: https://else.example.org:%d/g.csv".formatted(fetch.site().port()));
    StoreException refusal =
        refusal(fetch.downloads(), config("/f.csv", "headers_secret: store/test"));

    // The other host has no certificate of its own here, so the request ends there.
    assertThat(refusal.fault().code()).isEqualTo("bad-certificate");
    assertThat(fetch.site().requests()).hasSize(1);
    assertThat(fetch.site().requests().get(0).headers()).containsKey("x-token");
    assertThat(refusal).hasMessageNotContaining("made up");
  }
}
