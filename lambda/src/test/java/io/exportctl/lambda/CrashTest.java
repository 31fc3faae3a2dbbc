package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.mover;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fault 10: the function is cut off before or after every single call of every scenario. */
@DisplayName("10: a crash at every single call")
class CrashTest {

  private static final String KEY = "new_project/file.csv";

  /** The fewest parts that a file can have which is too large for CopyObject: 21. */
  private static final long LARGE = (5L << 30) + 1;

  /** More calls than any scenario makes. */
  private static final int ENOUGH = 200;

  static Stream<Arguments> scenarios() {
    Stream.Builder<Arguments> all = Stream.builder();
    for (Settings settings : List.of(MOVE, KEEP)) {
      String mode = settings.keepFiles() ? "keep: " : "move: ";
      add(all, settings, mode + "undisturbed", s3 -> {});
      add(
          all,
          settings,
          mode + "overwritten before the copy",
          s3 -> s3.before("CopyObject", () -> s3.write(KEY, "two")));
      add(
          all,
          settings,
          mode + "overwritten after the copy",
          s3 -> s3.after("CopyObject", () -> s3.write(KEY, "two")));
      add(
          all,
          settings,
          mode + "overtaken by another worker",
          s3 ->
              s3.before(
                  "CopyObject",
                  () -> {
                    s3.write(KEY, "two");
                    mover(s3, settings, KEY, false).move();
                  }));
      add(
          all,
          settings,
          mode + "large, overwritten in the middle",
          s3 -> {
            s3.write(KEY, "one", LARGE, Map.of());
            s3.before("CompleteMultipartUpload", () -> s3.write(KEY, "two", LARGE, Map.of()));
          });
      add(
          all,
          settings,
          mode + "large, at a target that may not be read",
          s3 -> {
            s3.write(KEY, "one", LARGE, Map.of());
            s3.mayReadTarget = false;
          });
      add(
          all,
          settings,
          mode + "large, continued by another worker",
          s3 -> {
            s3.write(KEY, "one", LARGE, Map.of());
            s3.before("CompleteMultipartUpload", () -> mover(s3, settings, KEY, true).move());
          });
    }
    return all.build();
  }

  private static void add(
      Stream.Builder<Arguments> all, Settings settings, String name, Consumer<FakeS3> disturb) {
    all.add(Arguments.of(name, settings, disturb));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void endsWithTheNewestVersionAndNothingLost(
      String name, Settings settings, Consumer<FakeS3> disturb) {
    int crashes = 0;
    for (int call = 1; call <= ENOUGH; call++) {
      for (boolean before : new boolean[] {true, false}) {
        FakeS3 s3 = new FakeS3();
        s3.write(KEY, "one");
        disturb.accept(s3);
        crashAt(s3, call, before);
        boolean crashed = run(s3, settings, false);
        s3.heal();
        if (crashed) {
          crashes++;
          assertThat(run(s3, settings, true)).isFalse();
        }
        // Whatever was written meanwhile has an event of its own.
        run(s3, settings, crashed);

        String where = "%s, crash %s call %d of %s";
        assertThat(s3.target(KEY))
            .as(where, name, before ? "before" : "after", call, s3.journal)
            .isEqualTo(s3.written.get(s3.written.size() - 1).replace(KEY + "=", ""));
        assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
        assertThat(s3.current(FakeS3.EXPORT, KEY).isPresent()).isEqualTo(settings.keepFiles());
      }
    }
    assertThat(crashes).as("calls of the scenario, twice").isGreaterThanOrEqualTo(6);
  }

  private static void crashAt(FakeS3 s3, int call, boolean before) {
    int[] calls = {0};
    Runnable count =
        () -> {
          calls[0]++;
          if (calls[0] == call) {
            throw new FakeS3.Crash();
          }
        };
    if (before) {
      s3.beforeEvery("", count);
    } else {
      s3.afterEvery("", count);
    }
  }

  /** Returns whether the worker crashed; asserts that it did not fail otherwise. */
  private static boolean run(FakeS3 s3, Settings settings, boolean redelivered) {
    try {
      Outcome outcome = mover(s3, settings, KEY, redelivered).move();
      assertThat(outcome.action())
          .as(outcome.reason())
          .isIn(
              Action.MOVED,
              Action.COPIED,
              Action.REPAIRED,
              Action.ALREADY_DELIVERED,
              Action.ABSENT);
      return false;
    } catch (FakeS3.Crash e) {
      return true;
    }
  }
}
