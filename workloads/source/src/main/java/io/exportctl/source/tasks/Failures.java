package io.exportctl.source.tasks;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.exportctl.source.ops.EventLog;

/** Writes the failures of tasks to the log. */
final class Failures extends AbstractSchedulerListener {

  private final EventLog log;

  Failures(EventLog log) {
    this.log = log;
  }

  @Override
  public void onExecutionComplete(ExecutionComplete complete) {
    Execution execution = complete.getExecution();
    complete
        .getCause()
        .ifPresent(it -> log.failure(execution.getTaskName(), execution.getId(), it));
  }

  @Override
  public void onExecutionDead(Execution execution) {
    log.write("task taken up again", "task", execution.getTaskName(), "subject", execution.getId());
  }
}
