package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two workers and a writer that overwrites one key, switched between any two calls as a seed
 * decides, with crashes and duplicate events; the writer repeats itself, so that ETags come back.
 */
@DisplayName("7 to 11: seeded interleavings")
class InterleavingTest {

  private static final String KEY = "new_project/file.csv";

  /** The fewest parts that a file can have which is too large for CopyObject: 21. */
  private static final long LARGE = (5L << 30) + 1;

  private static final int SCHEDULES = Integer.getInteger("exportctl.schedules", 1_000);
  private static final int THREADS = 3;

  private record Message(int receiveCount) {}

  @ParameterizedTest(name = "keep_files {0}, large {1}")
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void endWithTheNewestBytesAndNothingLost(boolean keepFiles, boolean large) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int seed = 1; seed <= SCHEDULES; seed++) {
        FakeS3 s3 = new FakeS3();
        s3.targetVersioned = seed % 2 == 0;
        s3.mayReadTarget = seed % 3 == 0;
        play(seed, s3, keepFiles ? KEEP : MOVE, large, pool);

        String newest = s3.written.get(s3.written.size() - 1);
        assertThat(KEY + "=" + s3.target(KEY))
            .as("seed %d: %s, wrote %s", seed, s3.journal, s3.written)
            .isEqualTo(newest);
        assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
        assertThat(s3.current(FakeS3.EXPORT, KEY).isPresent()).isEqualTo(keepFiles);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void play(
      int seed, FakeS3 s3, Settings settings, boolean large, ExecutorService pool)
      throws Exception {
    Turns turns = new Turns(seed, THREADS);
    Random chance = new Random(seed); // drawn from only by whoever's turn it is
    Queue<Message> queue = new ArrayDeque<>();
    boolean[] written = {false};
    int[] crashes = {2};
    s3.gate = turns::next;
    s3.beforeEvery("", () -> maybeCrash(chance, crashes));
    s3.afterEvery("", () -> maybeCrash(chance, crashes));

    Runnable writer =
        () -> {
          for (int i = 0; i < 4; i++) {
            String body = List.of("A", "B", "C").get(chance.nextInt(3));
            boolean inParts = large && chance.nextInt(3) > 0;
            s3.write(KEY, body, inParts ? LARGE : 1, Map.of("from", body));
            queue.add(new Message(1));
            if (chance.nextInt(5) == 0) {
              queue.add(new Message(1)); // at least once
            }
            for (int pause = chance.nextInt(12); pause > 0; pause--) {
              turns.next();
            }
          }
          written[0] = true;
        };
    Runnable worker =
        () -> {
          while (!written[0] || !queue.isEmpty()) {
            Message message = queue.poll();
            if (message == null) {
              turns.next();
            } else if (!done(s3, settings, message)) {
              queue.add(new Message(message.receiveCount() + 1));
            }
          }
        };
    List<Future<?>> ends = new ArrayList<>();
    ends.add(pool.submit(() -> turns.run(0, writer)));
    ends.add(pool.submit(() -> turns.run(1, worker)));
    ends.add(pool.submit(() -> turns.run(2, worker)));
    for (Future<?> end : ends) {
      end.get();
    }
  }

  private static boolean done(FakeS3 s3, Settings settings, Message message) {
    try {
      Outcome outcome = Fixtures.mover(s3, settings, KEY, message.receiveCount() > 1).move();
      return outcome.action() != Action.FAILED;
    } catch (FakeS3.Crash e) {
      return false;
    }
  }

  private static void maybeCrash(Random chance, int[] crashes) {
    if (crashes[0] > 0 && chance.nextInt(25) == 0) {
      crashes[0]--;
      throw new FakeS3.Crash();
    }
  }
}
