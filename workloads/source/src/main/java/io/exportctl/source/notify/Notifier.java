package io.exportctl.source.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.source.catalogue.Catalogue;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Notify;
import io.exportctl.source.database.Database;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.notify.Sender.PassingFailure;
import io.exportctl.source.ops.EventLog;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Tells others of new rows, at least once. A run of Airflow is followed to its end; its failure
 * does not touch the data.
 */
public final class Notifier {

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration LONGEST_RUN = Duration.ofMinutes(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int MOST_ATTEMPTS = 6;

  private final Outbox outbox;
  private final Catalogue catalogue;
  private final Optional<Dataflow> dataflow;
  private final EventLog log;
  private final InstantSource clock;

  /**
   * Creates a notifier.
   *
   * @param dataflow missing if nobody is told
   */
  public Notifier(
      Database database,
      Catalogue catalogue,
      Optional<Dataflow> dataflow,
      EventLog log,
      InstantSource clock) {
    this.outbox = new Outbox(database);
    this.catalogue = catalogue;
    this.dataflow = dataflow;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Does the next step of an entry.
   *
   * @return pause before the following step; empty once it is finished
   */
  public Optional<Duration> step(long id) {
    Optional<News> found = outbox.find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    News news = found.get();
    Optional<Notify> tell = catalogue.find(news.dataset()).flatMap(SourceConfig::tell);
    if (tell.isEmpty()) {
      return end(news, "the source names nobody any more");
    }
    if (dataflow.isEmpty()) {
      return end(news, "STORE_DATAFLOW_URL, _HAWK_ID and _HAWK_KEY are not set");
    }
    try {
      Sender sender = new Sender(dataflow.get(), clock);
      return news.isRunning() ? follow(sender, news, tell.get()) : begin(sender, news, tell.get());
    } catch (PassingFailure e) {
      return again(news, e.getMessage());
    } catch (StoreException e) {
      return end(news, e.getMessage());
    }
  }

  private Optional<Duration> begin(Sender sender, News news, Notify tell) throws PassingFailure {
    if (tell.webhook().isPresent()) {
      sender.post(tell.webhook().get(), news.body());
      return told(news);
    }
    Map<String, Object> run = sender.post(runs(tell), news.conf());
    if (run.get("execution_date") instanceof String date) {
      outbox.begin(news, Optional.of(date), clock.instant());
      return Optional.of(POLL);
    }
    return told(news);
  }

  private Optional<Duration> follow(Sender sender, News news, Notify tell) throws PassingFailure {
    if (tell.airflow().isEmpty() || news.run().isEmpty()) {
      return end(news, "the source names another receiver since its run began");
    }
    String date = URLEncoder.encode(news.run().get(), UTF_8);
    Object state = sender.get(URI.create(runs(tell) + "/" + date)).getOrDefault("state", "");
    if (state.equals("success")) {
      return told(news);
    }
    if (state.equals("failed")) {
      return end(news, "the run of Airflow failed; see its log");
    }
    return isLate(news) ? end(news, "the run of Airflow has not ended") : Optional.of(POLL);
  }

  private URI runs(Notify tell) {
    String dag = URLEncoder.encode(tell.airflow().orElseThrow(), UTF_8);
    return URI.create(dataflow.orElseThrow().url() + "/api/experimental/dags/" + dag + "/dag_runs");
  }

  private boolean isLate(News news) {
    Instant latest = news.begun().orElse(clock.instant()).plus(LONGEST_RUN);
    return clock.instant().isAfter(latest);
  }

  private Optional<Duration> told(News news) {
    outbox.told(news);
    log.write("told", "dataset", news.dataset(), "version", news.version());
    return Optional.empty();
  }

  private Optional<Duration> again(News news, String reason) {
    boolean isLast = news.isRunning() ? isLate(news) : news.attempts() + 1 >= MOST_ATTEMPTS;
    if (isLast) {
      return end(news, reason);
    }
    outbox.failedOnce(news, reason);
    return Optional.of(news.isRunning() ? POLL : FIRST_PAUSE.multipliedBy(1L << news.attempts()));
  }

  private Optional<Duration> end(News news, String reason) {
    outbox.failed(news, reason);
    log.write("not told", "dataset", news.dataset(), "version", news.version(), "text", reason);
    return Optional.empty();
  }
}
