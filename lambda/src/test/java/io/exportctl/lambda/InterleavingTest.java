package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.lambda.s3.Bucket;
import io.exportctl.lambda.s3.Crash;
import io.exportctl.lambda.s3.FaultS3;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three workers, a writer that overwrites one key, and a sweep, switched between any two calls as a
 * seed decides, with crashes and duplicate events. For even seeds the writer repeats itself, so
 * that ETags come back; for odd ones some events are lost, and the sweep has to make up for them.
 */
@DisplayName("7, 8, 9, 10, 11, 12, 22: seeded interleavings")
class InterleavingTest {

  private static final String KEY = "new_project/file.csv";

  /** The fewest parts that a file can have which is too large for CopyObject: 21. */
  private static final long LARGE = (5L << 30) + 1;

  /** For each of the four modes; {@code -Dexportctl.schedules=100000} makes it a long night. */
  private static final int SCHEDULES = Integer.getInteger("exportctl.schedules", 2_500);

  private static final int WRITES = 4;
  private static final int MAX_PAUSE = 16;

  private record Message(int receiveCount) {}

  @ParameterizedTest(name = "keep_files {0}, large {1}")
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void endWithTheNewestBytesAndNothingLost(boolean keepFiles, boolean large) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      for (int seed = 1; seed <= SCHEDULES; seed++) {
        FaultS3 s3 = FaultS3.create();
        s3.target.versioning = seed % 3 == 0 ? Bucket.Versioning.NEVER : Bucket.Versioning.ENABLED;
        s3.target.mayBeRead = seed % 5 == 0;
        new Schedule(seed, s3, keepFiles ? KEEP : MOVE, large).play(pool);

        assertThat(KEY + "=" + s3.target(KEY))
            .as("seed %d: %s, wrote %s", seed, s3.journal, s3.written)
            .isEqualTo(s3.written.get(s3.written.size() - 1));
        assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
        assertThat(s3.current(FaultS3.EXPORT, KEY).isPresent()).isEqualTo(keepFiles);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** One play; whoever's turn it is may touch the fields. */
  private static final class Schedule {

    private final FaultS3 s3;
    private final Settings settings;
    private final boolean large;
    private final boolean eventsGetLost;
    private final Random chance;
    private final long seed;
    private final Queue<Message> queue = new ArrayDeque<>();
    private int crashesLeft = 2;
    private boolean written;
    private boolean swept;

    private Schedule(long seed, FaultS3 s3, Settings settings, boolean large) {
      this.seed = seed;
      this.s3 = s3;
      this.settings = settings;
      this.large = large;
      this.eventsGetLost = seed % 2 == 1;
      this.chance = new Random(seed);
    }

    private void play(ExecutorService pool) throws Exception {
      // Another kind of worker is another entry.
      List<Consumer<Turns>> kinds =
          List.of(this::write, this::work, this::work, this::work, this::sweep);
      Turns turns = new Turns(seed, kinds.size());
      s3.gate = turns::next;
      s3.beforeEvery("", this::maybeCrash);
      s3.afterEvery("", this::maybeCrash);
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < kinds.size(); i++) {
        int thread = i;
        ends.add(pool.submit(() -> turns.run(thread, () -> kinds.get(thread).accept(turns))));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    }

    private void write(Turns turns) {
      for (int i = 0; i < WRITES; i++) {
        String body = eventsGetLost ? "body " + i : List.of("A", "B").get(chance.nextInt(2));
        boolean inParts = large && chance.nextInt(3) > 0;
        s3.write(KEY, body, inParts ? LARGE : body.length(), Map.of("from", body));
        if (!eventsGetLost || chance.nextInt(3) > 0) {
          queue.add(new Message(1));
        }
        if (chance.nextInt(5) == 0) {
          queue.add(new Message(1)); // at least once
        }
        pause(turns);
      }
      written = true;
    }

    private void work(Turns turns) {
      while (!swept || !queue.isEmpty()) {
        Message message = queue.poll();
        if (message == null) {
          turns.next();
        } else if (!done(message)) {
          queue.add(new Message(message.receiveCount() + 1));
        }
      }
    }

    private boolean done(Message message) {
      try {
        Outcome outcome = Fixtures.mover(s3, settings, KEY, message.receiveCount() > 1).move();
        return outcome.action() != Action.FAILED;
      } catch (Crash e) {
        return false;
      }
    }

    /** Sends a hint for what is in the bucket, as the sweep does, once more when all is written. */
    private void sweep(Turns turns) {
      while (!swept) {
        boolean last = written;
        try {
          if (!eventsGetLost) {
            swept = last; // its hints would make good what a mover does wrong
            turns.next();
            continue;
          }
          s3.listObjectsV2(it -> it.bucket(FaultS3.EXPORT).prefix("new_project/"))
              .contents()
              .forEach(found -> queue.add(new Message(1)));
          swept = last;
        } catch (Crash e) {
          // EventBridge Scheduler starts it again.
        }
        pause(turns);
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
  }
}
