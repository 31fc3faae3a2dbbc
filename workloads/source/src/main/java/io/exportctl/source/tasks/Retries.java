package io.exportctl.source.tasks;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import io.exportctl.source.fault.StoreException;
import java.time.Duration;
import java.time.Instant;

/**
 * The way of a task that failed: after a while again, and after {@value #MOST} failures no more. A
 * task whose dataset is busy waits as long as that lasts.
 */
final class Retries implements FailureHandler<Void> {

  static final int MOST = 6;

  private final Duration first;

  /**
   * Creates the handler.
   *
   * @param first wait after the first failure, which doubles with each other
   */
  Retries(Duration first) {
    this.first = first;
  }

  @Override
  public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    int failures = failed.getExecution().consecutiveFailures;
    Instant now = failed.getTimeDone();
    if (isBusy(failed)) {
      operations.reschedule(failed, now.plus(first));
    } else if (failures < MOST) {
      operations.reschedule(failed, now.plus(first.multipliedBy(1L << failures)));
    } else {
      operations.remove();
    }
  }

  private static boolean isBusy(ExecutionComplete failed) {
    return failed
        .getCause()
        .filter(StoreException.class::isInstance)
        .map(it -> ((StoreException) it).fault().code().equals("load-running"))
        .orElse(false);
  }
}
