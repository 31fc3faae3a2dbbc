package io.exportctl.source.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.exportctl.source.database.Database;
import io.exportctl.source.ops.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Threads that take tasks from the database. A task whose process died is taken up again once its
 * heartbeat was missing for a while.
 */
public final class Workers implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

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
   */
  public record Jobs(Consumer<String> load, Consumer<UUID> upload) {}

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
        Scheduler.create(database.dataSource(), List.of(load, upload))
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
