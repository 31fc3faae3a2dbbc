package io.exportctl.source.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.clients.Clients;
import io.exportctl.source.clients.Seal;
import io.exportctl.source.hawk.HawkClient;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.support.Eventually;
import io.exportctl.source.support.StoreProcess;
import io.exportctl.source.support.TestStore;
import io.exportctl.source.tasks.TaskQueue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code store serve} as a process, until it is told to end. */
class ServeIT {

  private static final String KEY = "made up for tests, 32 characters";
  private static final String PAGE = "/api/v1/table-data/org.s/L0";
  private static final Pattern PORT = Pattern.compile("listens on port ([0-9]+)");
  private static final int TERMINATED = 143;

  @TempDir Path folder;

  private StoreProcess start(TestStore store, byte[] sealKey) throws Exception {
    Path datasets = Files.createDirectories(folder.resolve("datasets"));
    Files.writeString(
        datasets.resolve("s.yaml"), "name: s\nschema: org.s\nupload: {by: [x]}\nreaders: [r]\n");
    Map<String, String> environment =
        Map.of(
            "STORE_DATABASE_URL",
            store.database().url(),
            "STORE_OBJECTS",
            "file:" + Files.createDirectories(folder.resolve("objects")),
            "STORE_DATASETS",
            datasets.toString(),
            "STORE_KEY",
            Base64.getEncoder().encodeToString(sealKey),
            "STORE_PUBLIC_URL",
            "https://store.example.org",
            "STORE_PORT",
            "0");
    return StoreProcess.start(folder, environment, List.of(), "serve");
  }

  private static int port(StoreProcess serve) throws Exception {
    Eventually.holds(
        "the start of the server", () -> PORT.matcher(serve.err()).find() || !serve.isAlive());
    Matcher port = PORT.matcher(serve.err());
    assertThat(port.find()).as(serve.err()).isTrue();
    return Integer.parseInt(port.group(1));
  }

  private static HttpRequest request(int port, String path) {
    HawkClient hawk =
        HawkClient.of(
            "r",
            KEY,
            "GET",
            URI.create("https://store.example.org" + path),
            Instant.now().getEpochSecond(),
            UUID.randomUUID().toString());
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", hawk.header())
        .build();
  }

  /** Returns the status, or 503 if no connection is taken any more. */
  private static int readiness(int port) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/healthcheck/ready");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 503;
    }
  }

  private static boolean isWaiting(TestStore store, String query) throws Exception {
    return !store
        .database()
        .query(
            "select 1 from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock' and query like '"
                + query
                + "%'")
        .isEmpty();
  }

  @Test
  @DisplayName("S37: SIGTERM during a page and a load: both end, no task is lost")
  void endsItsWorkWhenItIsToldToEnd() throws Exception {
    byte[] sealKey = new byte[32];
    SecureRandom random = new SecureRandom();
    try (TestStore store = TestStore.create(folder)) {
      var database = store.database().database();
      new Clients(database, new Seal(sealKey, random), random).add("r", KEY, "test");
      try (StoreProcess serve = start(store, sealKey)) {
        int port = port(serve);
        assertThat(readiness(port)).isEqualTo(200);
        var config = Catalogue.read(folder.resolve("datasets/s.yaml"));
        store.arrivals().add(config, arrival("a\n1\n"));
        enter(store);
        Eventually.holds("the first load", () -> store.current(config).isPresent());
        String first = store.current(config).orElseThrow().relation().qualified();
        store.arrivals().add(config, arrival("a\n2\n"));

        CompletableFuture<HttpResponse<String>> page;
        try (Connection blocking = store.database().connect();
            Statement statement = blocking.createStatement()) {
          blocking.setAutoCommit(false);
          statement.execute("lock table " + first + " in access exclusive mode");
          statement.execute("lock table operations.load in exclusive mode");
          page =
              HttpClient.newHttpClient()
                  .sendAsync(request(port, PAGE), BodyHandlers.ofString(UTF_8));
          enter(store);
          Eventually.holds("a page that waits", () -> isWaiting(store, "select id"));
          Eventually.holds(
              "a load that waits", () -> isWaiting(store, "insert into operations.load"));
          serve.terminate();
          Eventually.holds("that it is not ready", () -> readiness(port) == 503);
          blocking.rollback();
        }

        assertThat(page.get().statusCode()).isEqualTo(200);
        assertThat(page.get().body()).contains("[1,1]");
        assertThat(serve.end()).as(serve.err()).isEqualTo(TERMINATED);
        assertThat(store.rows(config)).containsExactly("(1,2)");
        assertThat(
                store
                    .database()
                    .query("select 1 from operations.scheduled_tasks where task_name = 'load'"))
            .isEmpty();
        assertThat(serve.out() + serve.err()).doesNotContain(KEY).doesNotContain("\"failure\"");
      }
    }
  }

  private Arrivals.Arrival arrival(String text) throws Exception {
    Path file = Files.writeString(Files.createTempFile(folder, "upload", ".csv"), text);
    return Arrivals.Arrival.uploaded(file, "f.csv");
  }

  private static void enter(TestStore store) {
    store
        .database()
        .database()
        .inTransaction(
            sql -> {
              TaskQueue.load(sql, "s");
              return true;
            });
  }
}
