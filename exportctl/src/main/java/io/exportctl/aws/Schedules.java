package io.exportctl.aws;

import java.util.Optional;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/** Schedules of EventBridge Scheduler, in its default group. */
public final class Schedules {

  private final SchedulerClient scheduler;

  Schedules(SchedulerClient scheduler) {
    this.scheduler = scheduler;
  }

  /** Returns true if a schedule is switched on; empty if there is none. */
  public Answer<Optional<Boolean>> isOn(String name) {
    return Calls.ask(
        "scheduler:GetSchedule",
        () -> {
          try {
            ScheduleState state = scheduler.getSchedule(request -> request.name(name)).state();
            return Optional.of(state != ScheduleState.DISABLED);
          } catch (ResourceNotFoundException e) {
            return Optional.<Boolean>empty();
          }
        });
  }
}
