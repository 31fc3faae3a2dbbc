package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.ONE_BY_ONE;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Bucket;
import io.exportctl.s3.Crash;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Interleaves three workers, a writer that overwrites one key, and the sweep: a seed decides who
 * makes the next call. There are crashes, refusals, lost answers, deadlines and duplicate events.
 * With even seeds the writer repeats its contents, so that ETags recur. With odd seeds some events
 * are lost, and the sweep has to find their files, although its hints are dropped when S3 refuses.
 */
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("7, 8, 9, 10, 11, 12, 22: seeded interleavings")
class InterleavingTest {

  private static final String KEY = "new_project/file.csv";

  /** The smallest file that is too large for CopyObject: 21 parts. */
  private static final long LARGE = (5L << 30) + 1;

  /** Schedules of each of the four modes; {@code -Dexportctl.schedules=100000} is for a night. */
  private static final int SCHEDULES = Integer.getInteger("exportctl.schedules", 1_000);

  /** Seed of the first schedule; each night has another. */
  private static final int FIRST = Integer.getInteger("fuzz.seed", 1);

  private static final int WRITES = 4;
  private static final int MAX_PAUSE = 16;

  /** Limit on uploads, which the receiver pays for: sweeps must not add workers without end. */
  private static final int MOST_UPLOADS = 30;

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  private record Message(ObjectCreated hint, int receiveCount) {}

  @ParameterizedTest(name = "keep_files {0}, large {1}")
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void endWithTheNewestBytesAndNothingLost(boolean keepFiles, boolean large) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      for (int seed = FIRST; seed < FIRST + SCHEDULES; seed++) {
        FaultS3 s3 = FaultS3.create().at(CLOCK);
        s3.target.versioning = seed % 3 == 0 ? Bucket.Versioning.NEVER : Bucket.Versioning.ENABLED;
        s3.target.mayBeRead = seed % 5 == 0;
        new Schedule(seed, s3, keepFiles ? KEEP : MOVE, large).play(pool);

        assertThat(KEY + "=" + s3.target(KEY))
            .as("seed %d: %s, wrote %s", seed, s3.journal, s3.written)
            .isEqualTo(s3.written.get(s3.written.size() - 1));
        assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
        assertThat(s3.current(FaultS3.EXPORT, KEY).isPresent()).isEqualTo(keepFiles);
        assertThat(s3.journal.stream().filter(call -> call.startsWith("CreateMultipartUpload ")))
            .as("seed %d: %s", seed, s3.journal)
            .hasSizeLessThanOrEqualTo(MOST_UPLOADS);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** One schedule. Only the thread whose turn it is may use the fields. */
  private static final class Schedule {

    private final FaultS3 s3;
    private final Settings settings;
    private final boolean large;
    private final boolean eventsGetLost;
    private final Random chance;
    private final long seed;
    private final FakeQueues sqs = new FakeQueues();
    private final Queue<Message> queue = new ArrayDeque<>();
    private int crashesLeft;
    private int refusalsLeft = 8;
    private int haltsLeft = 2;

    /** Sweeps during other work: more than there are hours in a slow copy. */
    private int sweepsLeft = 200;

    private int busy;
    private boolean written;
    private boolean quiet;

    private Schedule(long seed, FaultS3 s3, Settings settings, boolean large) {
      this.seed = seed;
      this.s3 = s3;
      this.settings = settings;
      this.large = large;
      this.eventsGetLost = seed % 2 == 1;
      this.chance = new Random(seed);
      this.crashesLeft = chance.nextInt(3);
    }

    private void play(ExecutorService pool) throws Exception {
      // To add a kind of worker, add an entry.
      List<Consumer<Turns>> kinds =
          List.of(this::write, this::work, this::work, this::work, this::sweep);
      Turns turns = new Turns(seed, kinds.size());
      s3.gate = turns::next;
      s3.beforeEvery("", this::maybeCrash);
      s3.afterEvery("", this::maybeCrash);
      for (String putting : List.of("CopyObject", "CompleteMultipartUpload")) {
        s3.beforeEvery(putting, () -> maybeRefuse(403));
        s3.afterEvery(putting, () -> maybeRefuse(500));
      }
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < kinds.size(); i++) {
        int thread = i;
        ends.add(pool.submit(() -> turns.run(thread, () -> kinds.get(thread).accept(turns))));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      assertThat(sqs.deadLetters).isEmpty();
    }

    private void write(Turns turns) {
      for (int i = 0; i < WRITES; i++) {
        String body = eventsGetLost ? "body " + i : List.of("A", "B").get(chance.nextInt(2));
        boolean inParts = large && chance.nextInt(3) > 0;
        s3.write(KEY, body, inParts ? LARGE : body.length(), Map.of("from", body));
        Message event =
            new Message(new ObjectCreated(FaultS3.EXPORT, KEY, Optional.empty(), false), 1);
        if (!eventsGetLost || chance.nextInt(3) > 0) {
          queue.add(event);
        }
        if (chance.nextInt(5) == 0) {
          queue.add(event); // at least once
        }
        pause(turns);
      }
      written = true;
    }

    private void work(Turns turns) {
      while (!quiet) {
        Message message = queue.poll();
        if (message == null) {
          turns.next();
          continue;
        }
        busy++;
        if (!isSettled(message)) {
          queue.add(new Message(message.hint(), message.receiveCount() + 1));
        }
        busy--;
      }
    }

    private boolean isSettled(Message message) {
      QueueMessage delivery = new QueueMessage("m", "r", "", message.receiveCount(), false);
      KeyCalls calls = new KeyCalls(s3, settings);
      Outcome outcome;
      try {
        outcome =
            new ObjectMover(
                    settings,
                    calls,
                    this::isHalted,
                    ONE_BY_ONE,
                    new Delivery(KEY, delivery.redelivered()))
                .move();
      } catch (Crash e) {
        return false;
      }
      Settlement settlement =
          new Settlement(
              settings, new Queues(() -> sqs, settings), new Backoff(() -> 0), line -> {});
      settlement.settle(
          new KeyReport(
              delivery, Optional.of(message.hint()), outcome, KeyReport.Effort.of(calls, 0, 0)));
      return settlement.failed().isEmpty();
    }

    /** Sweeps until everything is written and delivered. */
    private void sweep(Turns turns) {
      while (!quiet) {
        boolean idle = queue.isEmpty() && busy == 0;
        boolean last = written && idle;
        if (!idle && sweepsLeft == 0) {
          turns.next();
          continue;
        }
        sweepsLeft -= idle ? 0 : 1;
        // If no event is lost, hints would only hide the errors of a mover.
        boolean complete = !eventsGetLost || isSwept();
        List<String> hints = sqs.take();
        hints.forEach(hint -> queue.add(new Message((ObjectCreated) Task.parse(hint), 1)));
        quiet = last && complete && hints.isEmpty();
        pause(turns);
      }
    }

    private boolean isSwept() {
      Sweep sweep =
          new Sweep(
              new Invocation(settings, CLOCK, () -> 0, () -> Integer.MAX_VALUE),
              new KeyCalls(s3, settings),
              new Queues(() -> sqs, settings),
              ONE_BY_ONE);
      SweepStep all = new SweepStep(Duration.ZERO, 0, Optional.empty(), 0, Optional.empty());
      try {
        return sweep.run(new QueueMessage("s", "r", "", 1, false), all).findings().complete();
      } catch (Crash e) {
        return false; // EventBridge Scheduler starts it again
      }
    }

    private void pause(Turns turns) {
      for (int pause = chance.nextInt(MAX_PAUSE); pause > 0; pause--) {
        turns.next();
      }
    }

    private void maybeCrash() {
      if (crashesLeft > 0 && chance.nextInt(25) == 0) {
        crashesLeft--;
        throw new Crash();
      }
    }

    /** Fails often: a 403 changes nothing, but after a 500 the call has taken effect. */
    private void maybeRefuse(int status) {
      if (refusalsLeft > 0 && chance.nextInt(4) == 0) {
        refusalsLeft--;
        throw refusal(status, "Fault").toBuilder().numAttempts(1).build();
      }
    }

    private boolean isHalted(Duration needed) {
      boolean halted = haltsLeft > 0 && chance.nextInt(25) == 0;
      haltsLeft -= halted ? 1 : 0;
      return halted;
    }
  }
}
