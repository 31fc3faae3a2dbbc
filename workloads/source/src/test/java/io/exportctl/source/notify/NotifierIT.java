package io.exportctl.source.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.load.Status;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.support.Eventually;
import io.exportctl.source.support.NodePrograms;
import io.exportctl.source.support.TestStore;
import io.exportctl.source.tasks.Workers;
import io.exportctl.source.text.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** News of loads at a receiver that checks each signature by the reference implementation. */
class NotifierIT {

  private static final String KEY = "made up for tests, 32 characters";
  private static final String DATE = "2024-01-01T00%3A00%3A00%2B00%3A00";

  @TempDir Path folder;
  private TestStore store;
  private Catalogue catalogue;
  private Process node;
  private String url;
  private Duration passed = Duration.ZERO;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeAll
  static void install() throws Exception {
    NodePrograms.install();
  }

  @BeforeEach
  void start() throws Exception {
    store = TestStore.create(folder);
    node = NodePrograms.start("receiver.mjs", "store", KEY);
    BufferedReader lines = new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8));
    url = "http://127.0.0.1:" + lines.readLine();
  }

  @AfterEach
  void stop() throws Exception {
    node.destroy();
    node.waitFor();
    store.close();
  }

  private Notifier notifier(Optional<Dataflow> dataflow) {
    InstantSource clock = () -> Instant.now().plus(passed);
    EventLog log = new EventLog(new PrintStream(out, true, UTF_8), clock);
    return new Notifier(store.database().database(), catalogue, dataflow, log, clock);
  }

  private Notifier notifier() {
    return notifier(Optional.of(new Dataflow(url, "store", KEY)));
  }

  /** Loads a source that tells a DAG, and returns the entry of the outbox. */
  private long load(String tell) throws Exception {
    Path datasets = Files.createDirectories(folder.resolve("datasets"));
    Files.writeString(
        datasets.resolve("s.yaml"),
        """
        name: s
        schema: org.s
        fetch: {url: https://example.org/files}
        notify: {%s}
        """
            .formatted(tell));
    catalogue = new Catalogue(datasets);
    assertThat(catalogue.reload()).isEmpty();
    SourceConfig config = catalogue.get("s");
    store.arrive(config, "2024-01-01", "a\n1\n2\n");
    store.load(config);
    return Long.parseLong(store.database().query("select id from operations.outbox").get(0));
  }

  /** Takes steps to the end, and returns the pauses between them. */
  private List<Duration> steps(long id) {
    List<Duration> pauses = new ArrayList<>();
    for (Optional<Duration> pause = notifier().step(id);
        pause.isPresent();
        pause = notifier().step(id)) {
      pauses.add(pause.get());
      passed = passed.plus(pause.get().multipliedBy(10));
    }
    return pauses;
  }

  private List<?> seen() throws Exception {
    String text =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url + "/seen")).build(), BodyHandlers.ofString())
            .body();
    return (List<?>) Json.read(text).get("seen");
  }

  private String state() throws Exception {
    return store
        .database()
        .query("select state || coalesce(': ' || (error ->> 'text'), '') from operations.outbox")
        .get(0);
  }

  private static String runs(String dag) {
    return "/api/experimental/dags/" + dag + "/dag_runs";
  }

  @Test
  void startsARunAndFollowsItToItsEnd() throws Exception {
    long id = load("airflow: good");

    assertThat(steps(id)).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(seen())
        .isEqualTo(
            List.of(
                "POST "
                    + runs("good")
                    + " {\"conf\":{\"data_uploader_schema_name\":\"org.s\","
                    + "\"data_uploader_table_name\":\"L1\"}} 200",
                "GET " + runs("good") + "/" + DATE + " 200",
                "GET " + runs("good") + "/" + DATE + " 200"));
    assertThat(state()).isEqualTo("told");
    assertThat(out.toString(UTF_8)).contains("\"event\":\"told\",\"dataset\":\"s\",\"version\":1");
  }

  @Test
  void tellsAWebhook() throws Exception {
    // A webhook of a source is https; the receiver of this test has no certificate.
    long id = load("webhook: https://127.0.0.1:1/hook");
    assertThat(notifier().step(id)).contains(Duration.ofSeconds(10));
    assertThat(state()).isEqualTo("due: the receiver cannot be reached");

    News news =
        store
            .database()
            .database()
            .inTransaction(sql -> sql.row(News.SELECT, id))
            .map(News::from)
            .orElseThrow();
    new Sender(new Dataflow(url, "store", KEY), InstantSource.system())
        .post(URI.create(url + "/hook?x=1"), news.body());
    assertThat(seen())
        .isEqualTo(
            List.of(
                "POST /hook?x=1 {\"dataset\":\"s\",\"schema\":\"org.s\",\"table\":\"L1\","
                    + "\"version\":1,\"rows\":2} 200"));
  }

  @Test
  @DisplayName("S36: Airflow is down for a while; it is told in the end")
  void triesAgain() throws Exception {
    long id = load("airflow: down");

    assertThat(steps(id).stream().limit(3).toList())
        .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));
    assertThat(state()).isEqualTo("told");
  }

  @Test
  @DisplayName("S36: Airflow stays down; the reason is told, the data stay")
  void givesUp() throws Exception {
    long id = load("airflow: good");
    node.destroy();
    node.waitFor();

    assertThat(steps(id)).hasSize(5);
    assertThat(state()).isEqualTo("failed: the receiver cannot be reached");
    assertThat(store.rows(catalogue.get("s"))).hasSize(2);
    assertThat(Status.text(store.database().database(), catalogue.get("s")))
        .contains("not told of version 1: the receiver cannot be reached");
  }

  @Test
  @DisplayName("S36: a run that fails")
  void tellsThatARunFailed() throws Exception {
    long id = load("airflow: fails");
    steps(id);

    assertThat(state()).isEqualTo("failed: the run of Airflow failed; see its log");
    assertThat(notifier().step(id)).isEmpty();
  }

  @Test
  @DisplayName("S36: a run that never ends, after half an hour")
  void doesNotWaitForever() throws Exception {
    long id = load("airflow: never");

    assertThat(steps(id)).hasSizeGreaterThan(30);
    assertThat(state()).isEqualTo("failed: the run of Airflow has not ended");
  }

  @Test
  @DisplayName("S36: a receiver that refuses, or does not take our signature")
  void endsIfTheReceiverRefuses() throws Exception {
    long id = load("airflow: refuses");
    assertThat(steps(id)).isEmpty();
    assertThat(state()).isEqualTo("failed: the receiver answered with status 404");

    store.database().execute("update operations.outbox set state = 'due'");
    Dataflow other = new Dataflow(url, "store", "another key of 32 characters ...");
    assertThat(notifier(Optional.of(other)).step(id)).isEmpty();
    assertThat(state()).isEqualTo("failed: the receiver answered with status 401");
    assertThat(out.toString(UTF_8)).doesNotContain("another key", KEY);
    assertThat(other).hasToString(url + " as store");
  }

  @Test
  void tellsThatNobodyIsNamed() throws Exception {
    long id = load("airflow: good");

    assertThat(notifier(Optional.empty()).step(id)).isEmpty();
    assertThat(state()).isEqualTo("failed: STORE_DATAFLOW_URL, _HAWK_ID and _HAWK_KEY are not set");
  }

  @Test
  void worksAsATask() throws Exception {
    load("airflow: good");
    Notifier notifier = notifier();
    Workers.Jobs jobs =
        new Workers.Jobs(
            load -> {},
            upload -> {},
            fetch -> {},
            id -> notifier.step(id).map(it -> Duration.ofMillis(10)),
            () -> {},
            () -> {});
    EventLog log = new EventLog(new PrintStream(out, true, UTF_8), InstantSource.system());
    Workers running =
        Workers.start(
            store.database().database(),
            new Workers.Pace(1, Duration.ofMillis(50), Duration.ofMinutes(1)),
            jobs,
            log);
    Eventually.holds("the news", () -> state().equals("told"));
    Eventually.holds(
        "the end of the task",
        () ->
            store
                .database()
                .query("select 1 from operations.scheduled_tasks where task_name = 'tell'")
                .isEmpty());
    running.close();
    assertThat(seen()).hasSize(3);
  }
}
