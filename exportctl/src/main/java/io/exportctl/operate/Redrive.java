package io.exportctl.operate;

import io.exportctl.aws.Aws;
import io.exportctl.aws.Queues.Counts;
import io.exportctl.aws.Queues.Move;
import io.exportctl.diagnostic.ExportctlException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Moves the dead letters of a dataset back to its queue, where they are tried like new messages.
 */
public final class Redrive {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Number of looks after which SQS is left alone with it. */
  private static final int LOOKS = 600;

  private final Aws aws;
  private final Counts from;
  private final Counts to;

  private Redrive(Aws aws, Counts from, Counts to) {
    this.aws = aws;
    this.from = from;
    this.to = to;
  }

  /**
   * Plans a redrive.
   *
   * @throws ExportctlException if a queue does not exist, or the permission to look at it is
   *     lacking
   */
  public static Redrive plan(Aws aws, String deadLetters, String queue) {
    return new Redrive(aws, counts(aws, deadLetters), counts(aws, queue));
  }

  private static Counts counts(Aws aws, String queue) {
    return aws.queues()
        .counts(queue)
        .orFail()
        .orElseThrow(
            () ->
                new ExportctlException(
                    "there is no queue "
                        + queue
                        + "; is the dataset deployed? see exportctl status"));
  }

  /** Returns the number of messages that would be moved. */
  public long messages() {
    return from.waiting();
  }

  /**
   * Moves the messages, and waits until SQS is done.
   *
   * @param progress told the number of messages that were moved
   * @return the task as it was seen last
   * @throws ExportctlException if SQS gives up
   */
  public Move run(LongConsumer progress) {
    aws.queues().move(from.arn(), to.arn());
    Move move = new Move("RUNNING", 0, Optional.empty());
    for (int look = 0; look < LOOKS && isRunning(move); look++) {
      pause();
      move = aws.queues().newestMove(from.arn()).orElse(move);
      progress.accept(move.moved());
    }
    if (move.status().equals("FAILED")) {
      throw new ExportctlException(
          "SQS stopped after "
              + move.moved()
              + " messages: "
              + move.failure().orElse("it gives no reason")
              + "; try again");
    }
    return move;
  }

  /** Returns true if SQS still moves messages. */
  public static boolean isRunning(Move move) {
    return move.status().equals("RUNNING");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportctlException("the run was interrupted; SQS goes on", e);
    }
  }
}
