package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Crash;
import io.exportctl.s3.FaultS3;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault 12: the sweep finds files whose event was lost, and its hints have them moved. */
@DisplayName("12: the sweep")
class SweepTest extends SweepScenario {

  @Test
  void movesAFileWhoseEventWasLost() {
    write(31, "new_project/lost.csv");

    sweepAndWork();

    assertThat(s3.target("new_project/lost.csv")).isEqualTo("new_project/lost.csv");
    assertThat(s3.current(FaultS3.EXPORT, "new_project/lost.csv")).isEmpty();
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @Test
  void tellsWhatItFoundInTheLogAndInTheMetrics() {
    write(31, "new_project/a");
    write(5400, "new_project/b");
    write(29, "new_project/young");

    assertThat(function.handle(record("m1", SWEEP, 1))).isEqualTo(ALL_DONE);

    assertThat(function.log.get(0))
        .isEqualTo(
            """
            {"level":"info","dataset":"new_project","action":"swept",\
            "source":"s3://export-bucket/new_project/","complete":true,"listed":3,"waiting":2,\
            "oldest_age":324000,"hinted":2,"ms":0,"requests":1,"attempt":1,"message":"m1"}""");
    assertThat(function.log.get(1))
        .contains("{\"Name\":\"waiting\",\"Unit\":\"Count\"}")
        .contains("{\"Name\":\"oldest_age\",\"Unit\":\"Seconds\"}")
        .endsWith("\"failed\":0,\"corrupted\":0,\"waiting\":2,\"oldest_age\":324000}");
  }

  @Test
  void tellsThatNothingWaits() {
    write(29, "new_project/young");

    sweep();

    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":0,\"oldest_age\":0}");
  }

  @Test
  void looksAtYoungFilesTooWhenAskedTo() {
    write(0, "new_project/young");

    function.handle(record("m1", "{\"sweep\":{\"minutes\":0}}", 1));

    assertThat(function.queues.take()).hasSize(1);
  }

  @Test
  void leavesOtherDatasetsAlone() {
    write(60, "new_project_2/a", "new_project", "new_projec/a", "other/new_project/a");

    sweepAndWork();

    assertThat(s3.journal).containsExactly("ListObjectsV2 new_project/");
  }

  @Test
  void movesOddKeysAndTheFolderItself() {
    List<String> keys =
        List.of(
            "new_project/",
            "new_project/ ",
            "new_project/a+b%2B%.csv",
            "new_project/a//../\"'\\<&>",
            "new_project/\u0001\t\n",
            "new_project/ünï-日本-😀",
            "new_project/" + "x".repeat(1000));
    write(60, keys.toArray(String[]::new));

    sweepAndWork();

    assertThat(keys).allMatch(key -> s3.target(key).equals(key));
  }

  @ParameterizedTest(name = "{0} pages a step")
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void goesOnWhereItsTimeRanOut(int pages) {
    s3.pageSize(1);
    List<String> keys = IntStream.range(0, 11).mapToObj(i -> "new_project/" + i).toList();
    write(60, keys.toArray(String[]::new));
    int[] left = {0};
    s3.afterEvery("ListObjectsV2", () -> left[0]--);
    function.remaining = () -> left[0] > 0 ? 900_000 : 299_999;

    List<String> hints = new ArrayList<>();
    List<String> step = List.of(SWEEP);
    int steps = 0;
    while (!step.isEmpty()) {
      left[0] = pages;
      function.handle(record("m", step.get(0), 1));
      steps++;
      List<String> sent = function.queues.take();
      hints.addAll(sent.stream().filter(it -> !it.startsWith("{\"sweep\"")).toList());
      step = sent.stream().filter(it -> it.startsWith("{\"sweep\"")).toList();
      assertThat(step).hasSizeLessThanOrEqualTo(1);
    }

    assertThat(steps).isEqualTo((11 + pages - 1) / pages);
    assertThat(hints.stream().map(SweepTest::keyOf)).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(
            function.log.stream().filter(it -> it.contains("\"waiting\":11,\"oldest_age\":3600}")))
        .as("the numbers of the whole are told once, at the end")
        .hasSize(1);
    assertThat(function.log.stream().filter(it -> it.contains("\"oldest_age\":3600}"))).hasSize(1);
  }

  @Test
  void saysSoWhenThePrefixIsTooLargeForOneSweep() {
    s3.pageSize(1);
    write(60, "new_project/a", "new_project/b");
    s3.afterEvery("ListObjectsV2", () -> function.remaining = () -> 299_999);

    function.handle(record("m1", "{\"sweep\":{\"hop\":12}}", 1));

    assertThat(function.queues.take()).hasSize(1);
    assertThat(function.log.get(0))
        .contains("\"level\":\"warn\"", "\"complete\":false")
        .endsWith("\"the prefix is too large for one sweep: its end was not looked at\"}");
    assertThat(function.log.get(1)).doesNotContain("oldest_age");
  }

  @Test
  void waitsForTheNextInvocationWhenLittleTimeIsLeft() {
    function.remaining = () -> 299_999;

    assertThat(function.handle(record("m1", SWEEP, 1))).contains("m1");

    assertThat(s3.journal).isEmpty();
    assertThat(function.queues.hidden).containsExactly("receipt of m1: 0");
  }

  @Test
  @DisplayName("10: the sweep is cut off at every single call")
  void losesNothingWhereverItCrashes() {
    int crashes = 0;
    for (int call = 1; call <= 20; call++) {
      for (boolean before : new boolean[] {true, false}) {
        for (Settings settings : List.of(Fixtures.MOVE, Fixtures.KEEP)) {
          SweepTest test = new SweepTest();
          crashes += test.crash(settings, call, before) ? 1 : 0;
        }
      }
    }
    assertThat(crashes).isGreaterThanOrEqualTo(30);
  }

  private boolean crash(Settings settings, int call, boolean before) {
    function.settings = settings;
    s3.pageSize(2);
    write(60, "new_project/a", "new_project/b", "new_project/c", "new_project/d", "new_project/e");
    AtomicInteger calls = new AtomicInteger();
    Runnable count =
        () -> {
          if (calls.incrementAndGet() == call) {
            throw new Crash();
          }
        };
    if (before) {
      s3.beforeEvery("", count);
      function.queues.before = count;
    } else {
      s3.afterEvery("", count);
      function.queues.after = count;
    }

    boolean crashed = !function.handle(record("m1", SWEEP, 1)).equals(ALL_DONE);
    s3.heal();
    function.queues.before = () -> {};
    function.queues.after = () -> {};
    if (crashed) {
      assertThat(function.handle(record("m1", SWEEP, 2))).isEqualTo(ALL_DONE);
    }
    work();

    for (String key : List.of("a", "b", "c", "d", "e")) {
      assertThat(s3.target("new_project/" + key)).isEqualTo("new_project/" + key);
    }
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
    return crashed;
  }

  private static String keyOf(String hint) {
    return ((ObjectCreated) Task.parse(hint)).key();
  }
}
