package io.exportctl.source.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.support.Eventually;
import io.exportctl.source.support.TestStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of the database, and the threads that work on them. */
class WorkersTest {

  private static final String SOURCE =
      "name: s\nschema: org.s\nfetch: {url: https://example.org/files}\n";

  @TempDir Path folder;
  private TestStore store;
  private Catalogue catalogue;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final EventLog log =
      new EventLog(
          new PrintStream(out, true, UTF_8), InstantSource.fixed(Instant.ofEpochSecond(0)));

  @BeforeEach
  void start() throws Exception {
    store = TestStore.create(folder);
    Path datasets = Files.createDirectories(folder.resolve("datasets"));
    Files.writeString(datasets.resolve("s.yaml"), SOURCE);
    catalogue = new Catalogue(datasets);
    assertThat(catalogue.reload()).isEmpty();
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  private Workers workers(Consumer<String> load, Consumer<UUID> upload) {
    Workers.Pace pace = new Workers.Pace(2, Duration.ofMillis(50), Duration.ofMinutes(1));
    return Workers.start(
        store.database().database(), pace, Workers.Jobs.ofFiles(load, upload), log);
  }

  private void work(Consumer<String> load, Consumer<UUID> upload) throws Exception {
    Workers running = workers(load, upload);
    Eventually.holds("the end of all tasks", this::isDone);
    running.close();
  }

  private void enterLoad() {
    store
        .database()
        .database()
        .inTransaction(
            sql -> {
              TaskQueue.load(sql, "s");
              return true;
            });
  }

  private boolean isDone() throws Exception {
    return store
        .database()
        .query("select 1 from operations.scheduled_tasks where task_name in ('load', 'upload')")
        .isEmpty();
  }

  @Test
  void loadsTheFilesOfADatasetThatWait() throws Exception {
    SourceConfig config = catalogue.get("s");
    store.arrive(config, "2024-01-01", "a,b\n1,2\n");
    enterLoad();
    LoadTask task = new LoadTask(catalogue, store.loader(), log);
    work(task::run, upload -> {});

    assertThat(store.rows(config)).containsExactly("(1,1,2)");
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"time":"1970-01-01T00:00:00Z","event":"loaded","dataset":"s","version":1,"rows":1,"rejected":0}
            """);
  }

  @Test
  void countsALoadThatFailsAndTellsItsPlace() throws Exception {
    store.arrive(catalogue.get("s"), "2024-01-01", "a,b\n1,2,geheim\n");
    enterLoad();
    LoadTask task = new LoadTask(catalogue, store.loader(), log);
    work(task::run, upload -> {});

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"time":"1970-01-01T00:00:00Z","event":"failure","task":"load","subject":"s","code":"wrong-width",\
            "text":"line 2: the row has another number of cells than the header: 3"}
            {"_aws":{"Timestamp":0,"CloudWatchMetrics":[{"Namespace":"exportctl","Dimensions":[[],["dataset"]],\
            "Metrics":[{"Name":"failed_loads","Unit":"Count"}]}]},"dataset":"s","failed_loads":1}
            """);
  }

  @Test
  void leavesOutTheLoadOfARemovedSource() throws Exception {
    Files.delete(folder.resolve("datasets/s.yaml"));
    catalogue.reload();
    enterLoad();
    LoadTask task = new LoadTask(catalogue, store.loader(), log);
    work(task::run, upload -> {});

    assertThat(out.toString(UTF_8)).contains("\"event\":\"load left out\",\"dataset\":\"s\"");
  }

  @Test
  void takesAnUploadOnce() throws Exception {
    UUID upload = UUID.fromString("00000000-0000-0000-0000-000000000001");
    for (int i = 0; i < 2; i++) {
      store
          .database()
          .database()
          .inTransaction(
              sql -> {
                TaskQueue.upload(sql, upload);
                return true;
              });
    }
    List<UUID> taken = new CopyOnWriteArrayList<>();
    work(load -> {}, taken::add);

    assertThat(taken).containsExactly(upload);
  }

  @Test
  void triesATaskAgainLater() throws Exception {
    enterLoad();
    Workers running =
        workers(
            load -> {
              throw new IllegalStateException("geheim");
            },
            upload -> {});
    String later =
        "select 1 from operations.scheduled_tasks where task_name = 'load' and consecutive_failures = 1"
            + " and execution_time > last_failure and not picked";
    Eventually.holds("a failure", () -> !store.database().query(later).isEmpty());
    running.close();

    assertThat(out.toString(UTF_8))
        .contains("\"task\":\"load\"", "IllegalStateException")
        .doesNotContain("geheim");
  }

  @Test
  @DisplayName("S15: two processes with workers, and one entry: it is taken once")
  void takesATaskOnceAmongProcesses() throws Exception {
    List<String> taken = new CopyOnWriteArrayList<>();
    Workers one = workers(taken::add, upload -> {});
    Workers other = workers(taken::add, upload -> {});
    for (int i = 0; i < 20; i++) {
      enterLoad();
    }
    Eventually.holds("all loads", this::isDone);
    one.close();
    other.close();

    assertThat(taken).hasSize(20);
  }

  @Test
  void endsTheTaskThatRunsBeforeItCloses() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> done = new CopyOnWriteArrayList<>();
    enterLoad();
    Workers running =
        workers(
            load -> {
              begun.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              done.add(load);
            },
            upload -> {});
    begun.await();
    Thread closing = new Thread(running::close);
    closing.start();
    goOn.countDown();
    closing.join();

    assertThat(done).containsExactly("s");
    assertThat(isDone()).isTrue();
  }
}
