package io.exportctl.source.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.exportctl.source.database.Database;
import io.exportctl.source.ops.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Threads that take tasks from the database. A task whose process died is taken up again once its
 * heartbeat was missing for a while.
 */
public final class Workers implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration OUTBOX = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(10);

  private final Optional<Scheduler> scheduler;

  private Workers(Optional<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Pace of the workers.
   *
   * @param threads number of tasks that run at once; 0 to take none
   * @param poll time between two looks into the database
   * @param stop time that tasks have to end
   */
  public record Pace(int threads, Duration poll, Duration stop) {

    /** The usual pace of a number of threads. */
    public static Pace of(int threads) {
      return new Pace(threads, Duration.ofSeconds(2), Duration.ofSeconds(90));
    }
  }

  /**
   * The work of each kind of task.
   *
   * @param load of a dataset by its name
   * @param upload by its id
   * @param fetch of a dataset by its name
   * @param tell next step of an entry of the outbox, which gives the pause before another
   * @param clean each hour
   * @param measure each five minutes
   */
  public record Jobs(
      Consumer<String> load,
      Consumer<UUID> upload,
      Consumer<String> fetch,
      LongFunction<Optional<Duration>> tell,
      Runnable clean,
      Runnable measure) {

    /** Loads and uploads only, as where nothing is fetched and nobody is told. */
    public static Jobs ofFiles(Consumer<String> load, Consumer<UUID> upload) {
      return new Jobs(load, upload, fetch -> {}, id -> Optional.empty(), () -> {}, () -> {});
    }
  }

  /** Starts the threads. */
  public static Workers start(Database database, Pace pace, Jobs jobs, EventLog log) {
    if (pace.threads() == 0) {
      return new Workers(Optional.empty());
    }
    OneTimeTask<Void> load =
        oneTime(TaskQueue.LOAD, id -> jobs.load().accept(id.substring(0, id.indexOf('/'))));
    OneTimeTask<Void> upload =
        oneTime(TaskQueue.UPLOAD, id -> jobs.upload().accept(UUID.fromString(id)));
    Scheduler scheduler =
        Scheduler.create(
                database.dataSource(),
                List.of(load, upload, fetch(jobs.fetch()), tell(jobs.tell())))
            .startTasks(
                recurring("outbox", OUTBOX, () -> enterNews(database)),
                recurring("clean", Duration.ofHours(1), jobs.clean()),
                recurring("measure", Duration.ofMinutes(5), jobs.measure()))
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .tableName("operations.scheduled_tasks")
            .serializer(new TextData())
            .threads(pace.threads())
            .pollingInterval(pace.poll())
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(pace.stop())
            .addSchedulerListener(new Failures(log))
            .build();
    scheduler.start();
    return new Workers(Optional.of(scheduler));
  }

  private static OneTimeTask<Void> oneTime(String name, Consumer<String> work) {
    return Tasks.oneTime(name)
        .onFailure(new Retries(FIRST_WAIT))
        .onDeadExecutionRevive()
        .execute((instance, context) -> work.accept(instance.getId()));
  }

  private static RecurringTask<Void> recurring(String name, Duration pause, Runnable work) {
    return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
  }

  /** A fetch that runs into a fault of the database is tried again soon. */
  private static CustomTask<String> fetch(Consumer<String> work) {
    return Tasks.custom(Schedules.FETCH, String.class)
        .onFailure((failed, next) -> next.reschedule(failed, failed.getTimeDone().plus(LATER)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              work.accept(instance.getId());
              return (done, next) ->
                  next.reschedule(done, Cron.next(instance.getData(), done.getTimeDone()));
            });
  }

  private static void enterNews(Database database) {
    database.inTransaction(
        sql -> {
          TaskQueue.news(sql);
          return true;
        });
  }

  private static CustomTask<Void> tell(LongFunction<Optional<Duration>> work) {
    return Tasks.custom(TaskQueue.TELL, Void.class)
        .onFailure(new Retries(FIRST_WAIT))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Duration> pause = work.apply(Long.parseLong(instance.getId()));
              return (done, next) ->
                  pause.ifPresentOrElse(
                      it -> next.reschedule(done, done.getTimeDone().plus(it)), next::remove);
            });
  }

  /** Takes no more tasks; those that run go on. */
  public void pause() {
    scheduler.ifPresent(Scheduler::pause);
  }

  /** Waits for the tasks that run; those that do not end in time are due again. */
  @Override
  public void close() {
    scheduler.ifPresent(Scheduler::stop);
  }
}
