package io.exportctl.source.tasks;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import io.exportctl.source.catalogue.FetchConfig;
import java.time.Instant;
import java.time.ZoneOffset;

/** Times of fetches, as cron writes them, in UTC. */
final class Cron {

  private static final int MINUTES_OF_DAY = 24 * 60;

  private Cron() {}

  /** Returns the schedule of a source; once a day at a minute made of its name by default. */
  static String of(String name, FetchConfig fetch) {
    int minute = Math.floorMod(name.hashCode(), MINUTES_OF_DAY);
    return fetch.schedule().orElseGet(() -> "%d %d * * *".formatted(minute % 60, minute / 60));
  }

  /** Returns the first time after an instant. */
  static Instant next(String cron, Instant after) {
    return new CronSchedule(cron, ZoneOffset.UTC, CronStyle.UNIX)
        .getNextExecutionTime(ExecutionComplete.simulatedSuccess(after));
  }
}
