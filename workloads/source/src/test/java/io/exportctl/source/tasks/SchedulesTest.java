package io.exportctl.source.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.source.catalogue.ConfigReader;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.ops.EventLog;
import io.exportctl.source.support.Eventually;
import io.exportctl.source.support.TestDatabase;
import io.exportctl.source.support.TestStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The fetches of sources by their schedules. */
class SchedulesTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private TestDatabase database;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.create();
  }

  @AfterEach
  void stop() throws Exception {
    database.close();
  }

  private static SourceConfig source(String name, String schedule) {
    return TestStore.fetched(name, "{url: https://example.org/f, schedule: \"" + schedule + "\"}");
  }

  private void reconcile(SourceConfig... sources) {
    Schedules.reconcile(database.database(), List.of(sources), NOW);
  }

  private List<String> tasks() throws Exception {
    return database.query(
        "select task_instance || ' ' || convert_from(task_data, 'UTF8') || ' '"
            + " || case when execution_time <= now() then 'now'"
            + " else to_char(execution_time at time zone 'UTC', 'MM-DD HH24:MI') end"
            + " from operations.scheduled_tasks where task_name = 'fetch' order by 1");
  }

  @Test
  void followsTheCatalogue() throws Exception {
    reconcile(source("a", "0 2 * * *"), source("b", "30 4 * * 1"));
    assertThat(tasks()).containsExactly("a 0 2 * * * now", "b 30 4 * * 1 now");

    reconcile(source("a", "15 3 * * *"));
    assertThat(tasks()).containsExactly("a 15 3 * * * 01-01 03:15");
    reconcile(source("a", "15 3 * * *"));
    assertThat(tasks()).containsExactly("a 15 3 * * * 01-01 03:15");
    reconcile();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void leavesOutSourcesWithoutAFetch() throws Exception {
    reconcile(
        ConfigReader.read("u.yaml", "name: u\nschema: org.u\nupload: {by: [x]}\n")
            .config()
            .orElseThrow());

    assertThat(tasks()).isEmpty();
  }

  @Test
  void makesADailyTimeOfTheName() {
    SourceConfig config = TestStore.source("exporters");
    String cron = Cron.of("exporters", config.fetch().orElseThrow());

    assertThat(cron).isEqualTo("30 19 * * *");
    assertThat(Cron.next(cron, NOW)).isEqualTo("2030-01-01T19:30:00Z");
    assertThat(Cron.next("*/20 1-3,5 1 */2 7", Instant.parse("2030-01-01T03:50:00Z")))
        .isEqualTo("2030-01-01T05:00:00Z");
  }

  private Workers workers(Consumer<String> fetch) {
    Workers.Pace pace = new Workers.Pace(2, Duration.ofMillis(50), Duration.ofMinutes(1));
    Workers.Jobs jobs =
        new Workers.Jobs(
            load -> {}, upload -> {}, fetch, id -> Optional.empty(), () -> {}, () -> {});
    EventLog log =
        new EventLog(
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8), InstantSource.system());
    return Workers.start(database.database(), pace, jobs, log);
  }

  @Test
  @DisplayName("S15: two processes with the same catalogue: each source is fetched once")
  void fetchesOnceAmongProcesses() throws Exception {
    SourceConfig[] sources = {source("a", "0 0 1 1 *"), source("b", "0 0 1 1 *")};
    List<String> fetched = new CopyOnWriteArrayList<>();
    Workers one = workers(fetched::add);
    Workers other = workers(fetched::add);
    for (int i = 0; i < 4; i++) {
      reconcile(sources);
    }
    Eventually.holds("both fetches", () -> tasks().stream().noneMatch(it -> it.endsWith("now")));
    one.close();
    other.close();

    assertThat(fetched).containsExactlyInAnyOrder("a", "b");
    assertThat(tasks()).allMatch(it -> it.endsWith("01-01 00:00"));
  }
}
