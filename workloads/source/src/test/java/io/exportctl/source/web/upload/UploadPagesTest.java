package io.exportctl.source.web.upload;

import static io.exportctl.source.support.TestSite.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.support.TestSite;
import io.exportctl.source.support.TestSite.Browser;
import io.exportctl.source.support.TestStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages by their replies; each test has a source of its own. */
class UploadPagesTest {

  private static final String ROWS = "a,b\n1,x\n2,y\n";

  @TempDir static Path folder;
  private static TestStore store;
  private static TestSite site;
  private static Browser ada;

  @BeforeAll
  static void start() throws Exception {
    store = TestStore.create(folder);
    site = TestSite.start(store, folder);
    ada = site.signIn("ada");
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
    store.close();
  }

  private static HttpResponse<String> confirm(String check) throws Exception {
    return ada.post(check, TestSite.proposed(ada.get(check).body()));
  }

  private static List<String> states(String source) throws Exception {
    return store
        .database()
        .query(
            "select state from operations.upload where dataset = '"
                + source
                + "' order by created_at");
  }

  private static List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(TestSite.temporary(folder))) {
      return files.toList();
    }
  }

  private static List<String> objects(String source) throws IOException {
    return store.objects().list("uploads/" + source + "/").stream().map(it -> it.key()).toList();
  }

  @Test
  void loadsWhatAPersonConfirms() throws Exception {
    site.add("fine");
    String check =
        ada.check("fine", "Full Name,born,code\nAda,01/02/1990,007\nBen,03/04/1991,42\n");

    HttpResponse<String> undecided = confirm(check);
    assertThat(undecided.statusCode()).isEqualTo(422);
    assertThat(undecided.body()).contains("Choose the type of &quot;born&quot;");

    HttpResponse<String> wrong =
        ada.post(
            check,
            "answer",
            "yes",
            "revision",
            "0",
            "type_0",
            "text",
            "type_1",
            "date:day_first",
            "type_2",
            "integer");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("1 value is not a whole number", "Line 2", "<code>007</code>");

    HttpResponse<String> right =
        ada.post(
            check,
            "answer",
            "yes",
            "revision",
            "0",
            "type_0",
            "text",
            "type_1",
            "date:day_first",
            "type_2",
            "text");
    assertThat(location(right)).matches("/upload/fine/uploaded/.*/");
    assertThat(ada.get(location(right)).body()).contains("Waits for its turn");
    site.work();

    assertThat(ada.get(location(right)).body()).contains("Loaded", "2 rows are served");
    String relation =
        store
            .database()
            .query("select relation from operations.load where dataset = 'fine'")
            .get(0);
    assertThat(
            store.database().query("select row(full_name, born, code)::text from data." + relation))
        .containsExactly("(Ada,1990-02-01,007)", "(Ben,1991-04-03,42)");
    assertThat(ada.get("/upload/fine/").body()).contains("Ada Example", "file.csv", "Served");
  }

  @Test
  void tellsWhereADeclaredColumnDoesNotFit() throws Exception {
    site.add("declared", "columns: [{name: a, type: integer}]");
    String check = ada.check("declared", "a\n1\ntwo\n");

    assertThat(ada.get(check).body())
        .contains("Line 3", "two", "This file cannot be loaded", "Whole number");
    assertThat(ada.post(check, "answer", "yes", "revision", "0").statusCode()).isEqualTo(422);
    assertThat(states("declared")).containsExactly("uploaded");
  }

  @Test
  void readsAgainWithAnotherDelimiter() throws Exception {
    site.add("dialect");
    String check = ada.check("dialect", "x,y;z\n1,5;a\n2,7;b\n");
    assertThat(ada.get(check).body()).contains("separated by comma");
    String again = check.replace("/check/", "/read/");

    assertThat(location(ada.post(again, "encoding", "UTF-8", "delimiter", ";"))).isEqualTo(check);
    assertThat(ada.get(check).body()).contains("separated by semicolon", "in the file: x,y");

    // A form of before the reading has types of other columns, and confirms nothing.
    assertThat(location(ada.post(check, "answer", "yes", "revision", "0", "type_0", "text")))
        .isEqualTo(check);
    ada.post(check, "answer", "yes", "revision", "1", "type_0", "text", "type_1", "text");
    site.work();
    assertThat(states("dialect")).containsExactly("completed");
    assertThat(
            store
                .database()
                .query(
                    "select columns ->> 0 from operations.load where dataset = 'dialect'"
                        + " and state = 'done'"))
        .singleElement()
        .asString()
        .contains("x_y");
  }

  @Test
  void tellsInWordsWhyALoadFailed() throws Exception {
    site.add("shrinking", "expect: {min_rows: 1}");
    String check = ada.check("shrinking", ROWS);
    String progress = location(confirm(check));
    site.add("shrinking", "expect: {min_rows: 100}");
    site.work();

    assertThat(ada.get(progress).body())
        .contains("was not loaded", "There are 2 rows, fewer than 100");
    assertThat(ada.get("/upload/progress/" + progress.split("/", -1)[4] + "/").body())
        .startsWith("{\"state\":\"failed\",\"progress\":\"100\"");
  }

  @Test
  @DisplayName("S23: a file that is too large is refused, whether its size is told or not")
  void refusesLargeFiles() throws Exception {
    site.add("large");
    byte[] large = new byte[2 * TestSite.MOST_BYTES];
    Arrays.fill(large, (byte) 'a');
    byte[] form = TestSite.multipart("large.csv", large);

    HttpResponse<String> told = ada.upload("large", "large.csv", large);
    HttpResponse<String> counted =
        site.send(
            ada.upload(
                    "large",
                    "large.csv",
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
                .build());

    assertThat(told.statusCode()).isEqualTo(413);
    assertThat(told.body()).contains("The file is larger than 200 kB");
    assertThat(counted.statusCode()).isEqualTo(413);
    assertThat(temporary()).isEmpty();
    assertThat(objects("large")).isEmpty();
    assertThat(states("large")).isEmpty();
  }

  @Test
  @DisplayName("S23: an empty file, no file, and a workbook that is called CSV")
  void refusesWhatIsNotCsv() throws Exception {
    site.add("kinds");
    byte[] workbook = Files.readAllBytes(Path.of("src/test/resources/browser/files/workbook.csv"));

    assertThat(ada.upload("kinds", "a.csv", new byte[0]).body()).contains("The file is empty");
    assertThat(ada.upload("kinds", "", new byte[0]).body()).contains("Choose a file");
    HttpResponse<String> refused = ada.upload("kinds", "book.csv", workbook);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("The file is an Excel workbook");
    assertThat(objects("kinds")).isEmpty();
    assertThat(states("kinds")).isEmpty();
    assertThat(temporary()).isEmpty();
  }

  @Test
  @DisplayName("S23: a file that is cut off leaves nothing")
  void keepsNothingOfACutOffFile() throws Exception {
    site.add("cut");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      String head =
          "POST /upload/cut/?csrf=%s HTTP/1.1\r\nHost: store.example.org\r\nCookie: %s\r\nOrigin: %s\r\nContent-Type: multipart/form-data; boundary=xxBoundaryxx\r\nContent-Length: 5000\r\n\r\n"
              .formatted(ada.csrf(), ada.session(), TestSite.PUBLIC);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket
          .getOutputStream()
          .write("--xxBoundaryxx\r\nContent-Disposition: form-data; name".getBytes(UTF_8));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), UTF_8)).doesNotContain(" 303 ");
    }

    assertThat(states("cut")).isEmpty();
    assertThat(objects("cut")).isEmpty();
    assertThat(temporary()).isEmpty();
  }

  @Test
  @DisplayName("S23: two files at once are both taken")
  void takesTwoAtOnce() throws Exception {
    site.add("twice");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<String> upload = () -> ada.check("twice", ROWS);
      for (Future<String> check : threads.invokeAll(List.of(upload, upload))) {
        assertThat(ada.get(check.get()).statusCode()).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(states("twice")).containsExactly("uploaded", "uploaded");
  }

  @Test
  @DisplayName("S23: while the disk is nearly full nothing is taken")
  void refusesWhileTheDiskIsFull() throws Exception {
    site.add("full");
    site.setFreeBytes(1 << 20);
    try {
      HttpResponse<String> reply = ada.upload("full", "a.csv", ROWS.getBytes(UTF_8));

      assertThat(reply.statusCode()).isEqualTo(503);
      assertThat(reply.body()).contains("disk of the server is nearly full");
    } finally {
      site.setFreeBytes(Long.MAX_VALUE);
    }
    assertThat(states("full")).isEmpty();
  }

  @Test
  @DisplayName("S24: markup in names, cells, file names and people is text")
  void escapesWhatOthersWrote() throws Exception {
    site.add("hostile");
    String text = "<script>alert(1)</script>,\"\"\"><img src=x>\"\n<svg onload=a>,'&\n";
    HttpResponse<String> reply =
        ada.upload("hostile", "<script>x</script>.csv", text.getBytes(UTF_8));
    String check = ada.get(location(reply)).body();
    String stranger = site.signIn("ben").get("/upload/").body();

    for (String page : List.of(check, ada.get("/upload/hostile/").body(), stranger)) {
      assertThat(page).doesNotContain("<script>a", "<script>x", "<svg", "<img", "<b>Example");
    }
    assertThat(check).contains("&lt;svg onload=a&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(stranger).contains("Ben &lt;b&gt;Example&lt;/b&gt;");
  }

  @Test
  @DisplayName("S24: browsers are told to run nothing but our scripts, and to keep nothing")
  void sendsHeadersThatConfinePages() throws Exception {
    HttpResponse<String> page = ada.get("/upload/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                + " base-uri 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(page.body()).doesNotContain("style=", "onclick=", "<script>");
  }

  @Test
  @DisplayName("S25: forms of others are refused before their body is read")
  void refusesFormsOfOthers() throws Exception {
    site.add("forms");
    Browser other = site.signIn("ada");
    String path = "/upload/forms/?csrf=";
    // A body that never comes: a reply means that nobody waited for it.
    for (String[] form :
        new String[][] {
          {"", TestSite.PUBLIC},
          {other.csrf(), TestSite.PUBLIC},
          {ada.csrf(), "https://evil.example.org"},
          {ada.csrf(), "null"}
        }) {
      assertThat(replyWithoutBody(path + form[0], form[1])).startsWith("HTTP/1.1 403 ");
    }
    assertThat(states("forms")).isEmpty();
  }

  private static String replyWithoutBody(String path, String origin) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: store.example.org\r\nCookie: %s\r\nOrigin: %s\r\nContent-Type: multipart/form-data; boundary=xxBoundaryxx\r\nContent-Length: 5000\r\n\r\n"
              .formatted(path, ada.session(), origin);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      byte[] start = socket.getInputStream().readNBytes(40);
      return new String(start, UTF_8);
    }
  }

  @Test
  @DisplayName("S25: a session that ended leads to the sign-in and back, and nothing is lost")
  void leadsBackAfterTheSessionEnded() throws Exception {
    site.add("later");
    Browser first = site.signIn("ada");
    String check = first.check("later", ROWS);
    store
        .database()
        .execute("update operations.session set seen_at = now() - interval '61 minutes'");
    try {
      HttpResponse<String> reply = first.post(check, "answer", "yes", "revision", "0");

      assertThat(location(reply)).isEqualTo("/login?next=" + URLEncoder.encode(check, UTF_8));
    } finally {
      ada = site.signIn("ada");
    }
    assertThat(ada.get(check).body()).contains("Confirm and load");
    assertThat(location(confirm(check))).contains("/uploaded/");
  }

  @Test
  @DisplayName("S26: confirmed twice, in two tabs, after the back button: one load")
  void loadsOnce() throws Exception {
    site.add("once");
    String check = ada.check("once", ROWS);
    String[] form = TestSite.proposed(ada.get(check).body());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> confirmation = () -> location(ada.post(check, form));
      for (Future<String> place : threads.invokeAll(Collections.nCopies(8, confirmation))) {
        assertThat(place.get()).contains("/uploaded/");
      }
    } finally {
      threads.shutdown();
    }
    site.work();
    // The back button shows the page of the present.
    assertThat(location(ada.get(check))).contains("/uploaded/");
    ada.post(check, form);
    ada.post(check, "answer", "no");
    site.work();

    assertThat(states("once")).containsExactly("completed");
    assertThat(store.database().query("select state from operations.load where dataset = 'once'"))
        .containsExactly("done");
  }

  @Test
  @DisplayName("S26: a restore waits while a file is loaded")
  void doesNotRestoreDuringALoad() throws Exception {
    site.add("back");
    for (String rows : List.of("a\n1\n", "a\n1\n2\n")) {
      confirm(ada.check("back", rows));
      site.work();
    }
    String first =
        store.database().query("select min(id) from operations.load where dataset = 'back'").get(0);
    String restore = "/upload/back/restore/" + first + "/";
    assertThat(ada.get(restore).body()).contains("Restore version " + first);
    try (var connection = store.database().connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtextextended('back', 18))");

      assertThat(ada.post(restore).statusCode()).isEqualTo(409);
    }
    assertThat(location(ada.post(restore))).isEqualTo("/upload/back/");
    assertThat(
            store
                .database()
                .query("select current_load from operations.dataset where name = 'back'"))
        .containsExactly(first);
    assertThat(
            store.database().query("select actor from operations.audit where action = 'restore'"))
        .containsExactly("ada");
  }

  @Test
  void loadsTheConfirmedFileAfterTheProcessDied() throws Exception {
    site.add("again");
    String progress = location(confirm(ada.check("again", ROWS)));
    String id = progress.split("/", -1)[4];
    store
        .database()
        .execute("update operations.upload set state = 'processing_dss' where id = '" + id + "'");
    site.work();
    assertThat(ada.get(progress).body()).contains("2 rows are served");

    // As if it had died between the end of the load and the note of it.
    store
        .database()
        .execute(
            "update operations.upload set state = 'processing_dss', load_id = null where id = '"
                + id
                + "'",
            "insert into operations.scheduled_tasks values"
                + " ('upload', '"
                + id
                + "', null, now(), false, null, null, null, null, null, 1)");
    site.work();
    assertThat(states("again")).containsExactly("completed");
    assertThat(
            store.database().query("select count(*) from operations.load where dataset = 'again'"))
        .containsExactly("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/upload/%s/",
        "/upload/%s/check/%s/",
        "/upload/%s/uploaded/%s/",
        "/upload/%s/restore/1/"
      })
  @DisplayName("S27: sources and uploads of others do not exist")
  void hidesSourcesOfOthers(String pattern) throws Exception {
    site.add("mine");
    String id = ada.check("mine", ROWS).split("/", -1)[4];
    Browser ben = site.signIn("ben");

    assertThat(ben.get(pattern.formatted("mine", id)).statusCode()).isEqualTo(404);
    assertThat(ben.post(pattern.formatted("mine", id), "answer", "no").statusCode()).isEqualTo(404);
    assertThat(ben.get("/upload/progress/" + id + "/").statusCode()).isEqualTo(404);
    assertThat(ben.get("/upload/").body()).contains("You may not upload to any source yet");
  }

  @Test
  @DisplayName("S27: an upload belongs to its source only, and an id that is none to nobody")
  void hidesUploadsUnderOtherSources() throws Exception {
    site.add("one");
    site.add("two");
    String id = ada.check("one", ROWS).split("/", -1)[4];

    assertThat(ada.get("/upload/two/check/" + id + "/").statusCode()).isEqualTo(404);
    assertThat(ada.get("/upload/one/check/" + UUID.randomUUID() + "/").statusCode()).isEqualTo(404);
    assertThat(ada.get("/upload/one/check/abc/").statusCode()).isEqualTo(404);
    assertThat(ada.get("/upload/one/restore/999/").statusCode()).isEqualTo(404);
    assertThat(states("one")).containsExactly("uploaded");
  }

  @Test
  void addsRowsOfTheSameColumnsOnly() throws Exception {
    site.add("growing", "mode: incremental");
    confirm(ada.check("growing", "a,b\n1,x\n"));
    site.work();
    String other = ada.check("growing", "a,c\n2,y\n");
    assertThat(confirm(other).body()).contains("This source only adds rows");
    String same = ada.check("growing", "a,b\n1,x\n");
    assertThat(ada.get(same).body()).contains("The rows of this file are in the table already");
    String more = location(ada.upload("growing", "more.csv", "a,b\n2,y\n".getBytes(UTF_8)));
    assertThat(ada.get(more).body()).contains("added to those of earlier files");
    confirm(more);
    site.work();
    String mended = ada.check("growing", "a,b\n3,z\n");
    assertThat(ada.get(mended).body()).contains("in place of those of the file of this name");

    assertThat(ada.get("/upload/growing/").body()).contains("Served");
    assertThat(
            store
                .database()
                .query(
                    "select row_count from operations.load where dataset = 'growing' order by id"))
        .containsExactly("1", "2");
  }

  @Test
  void writesNoCellAndNoSecretToTheLog() throws Exception {
    site.add("quiet");
    ada.check("quiet", "secret_cell_name\nsecret-cell-4711\n");
    ada.upload("quiet", "secret-file-name.csv", new byte[0]);
    site.send(site.request("/login/authorised?code=secret-code&state=x").build());

    assertThat(site.log())
        .contains("refused")
        .doesNotContain("secret", ada.csrf(), ada.session().replaceFirst(".*=", ""));
  }
}
