package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.lambda.s3.Answers.refusal;
import static io.exportctl.lambda.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.lambda.s3.Crash;
import io.exportctl.lambda.s3.FaultS3;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** Fault 12: files whose event was lost, found by the sweep and moved by its hints. */
@DisplayName("12: the sweep")
class SweepTest {

  private static final String SWEEP = "{\"sweep\":{}}";

  private final FaultS3 s3 = FaultS3.create();
  private final FunctionUnderTest function = new FunctionUnderTest(s3);

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

  @ParameterizedTest(name = "{0} pages a leg")
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
    int legs = 0;
    while (!step.isEmpty()) {
      left[0] = pages;
      function.handle(record("m", step.get(0), 1));
      legs++;
      List<String> sent = function.queues.take();
      hints.addAll(sent.stream().filter(it -> !it.startsWith("{\"sweep\"")).toList());
      step = sent.stream().filter(it -> it.startsWith("{\"sweep\"")).toList();
      assertThat(step).hasSizeLessThanOrEqualTo(1);
    }

    assertThat(legs).isEqualTo((11 + pages - 1) / pages);
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

  @Test
  void doesNoHarmWhileFilesAreMovedAndOverwritten() {
    write(60, "new_project/a", "new_project/b");
    sweep();
    Fixtures.move(s3, "new_project/a");
    s3.write("new_project/b", "newer");
    s3.before("CopyObject", () -> s3.write("new_project/b", "newest"));

    work();

    assertThat(s3.target("new_project/a")).isEqualTo("new_project/a");
    assertThat(s3.target("new_project/b")).isEqualTo("newest");
    assertThat(s3.versions(FaultS3.TARGET, "new_project/a")).hasSize(1);
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @Test
  void sendsNoMoreThanTheQueueHasRoomFor() {
    write(60, "new_project/a", "new_project/b", "new_project/c");
    write(180, "new_project/older");
    function.queues.held[0] = Sweep.ROOM - 13;
    function.queues.held[1] = 10;
    function.queues.held[2] = 1;

    sweep();

    assertThat(function.queues.take()).hasSize(2).noneMatch(it -> it.contains("older"));
    assertThat(function.log.get(0))
        .contains("\"waiting\":4,", "\"hinted\":2,", "\"oldest_age\":10800");
  }

  @Test
  void sendsNothingToAQueueThatHasWorkEnough() {
    write(60, "new_project/a");
    function.queues.held[1] = Sweep.ROOM + 5;

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":1,\"oldest_age\":3600}");
  }

  @Test
  void saysSoWhenHintsCannotBeSent() {
    write(60, "new_project/a", "new_project/b", "new_project/c");
    function.queues.taken = 1;

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.log.get(0))
        .contains("\"level\":\"warn\"", "\"hinted\":1")
        .endsWith("\"reason\":\"2 hints could not be sent\"}");
  }

  @Test
  void saysSoWhenTheQueueCannotBeAsked() {
    write(60, "new_project/a");
    function.queues.down = true;

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.log.get(0)).contains("no hints were sent: the queue does not tell");
  }

  @Test
  void isTriedAgainWhenItsNextLegCannotBeSent() {
    s3.pageSize(1);
    write(60, "new_project/a", "new_project/b");
    s3.afterEvery("ListObjectsV2", () -> function.remaining = () -> 299_999);
    function.queues.down = true;

    assertThat(sweep()).contains("m1");

    assertThat(function.log.get(0)).contains("the next leg of the sweep could not be sent");
  }

  @Test
  void isTriedAgainAndNamesThePermissionWhenItMayNotList() {
    s3.fail("ListObjectsV2", 1, refusal(403, "AccessDenied"));

    assertThat(sweep()).contains("m1");

    assertThat(function.queues.hidden).containsExactly("receipt of m1: 15");
    assertThat(function.log.get(0))
        .contains("\"action\":\"failed\"", "the function needs s3:ListBucket for this prefix");
    assertThat(function.log.get(1)).contains("\"failed\":0").doesNotContain("oldest_age");
  }

  @Test
  void losesNoOtherMessageOfItsBatch() {
    write(60, "new_project/a");
    s3.before(
        "ListObjectsV2",
        () -> {
          throw new IllegalStateException("unforeseen");
        });

    String hint = ObjectCreated.hint("export-bucket", "new_project/a", function.now);
    String answer = function.handle(record("m1", SWEEP, 1), record("m2", hint, 1));

    assertThat(answer).contains("m1").doesNotContain("m2");
    assertThat(s3.target("new_project/a")).isEqualTo("new_project/a");
  }

  @Test
  void isSweptAgainWhenItWasADeadLetter() {
    write(60, "new_project/a");

    function.handle(FunctionUnderTest.redriven("m1", SWEEP, "garbage once"));

    assertThat(function.queues.take()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied,403", "InvalidObjectState,403", "NoSuchBucket,404"})
  void leavesToTheNextSweepWhatCannotBeExportedYet(String refusal) {
    write(60, "new_project/a");
    sweep();
    s3.fail("CopyObject", 1, refused(refusal.split(",", -1)));

    assertThat(function.handle(record("m2", function.queues.take().get(0), 1))).isEqualTo(ALL_DONE);

    assertThat(function.queues.hidden).isEmpty();
    assertThat(function.queues.deadLetters).isEmpty();
    assertThat(function.log.get(2)).contains("; the next sweep finds the file again");
    assertThat(function.log.get(3)).contains("\"failed\":1");
    sweepAndWork();
    assertThat(s3.target("new_project/a")).isEqualTo("new_project/a");
  }

  @Test
  void doesNotForgetAHintThatMayHavePutSomethingAtTheTarget() {
    write(60, "new_project/a");
    sweep();
    s3.failThoughApplied("CopyObject", refusal(500, "InternalError"));

    String hint = function.queues.take().get(0);

    assertThat(function.handle(record("m2", hint, 1))).contains("m2");
    s3.fail("HeadObject", 1, refusal(403, ""));
    assertThat(function.handle(record("m2", hint, 2))).contains("m2");
    assertThat(function.queues.hidden).containsExactly("receipt of m2: 15", "receipt of m2: 30");
  }

  @Test
  void leavesAnUploadToTheMessageThatBeganIt() {
    writeLarge();
    String event = function.event("new_project/large");
    assertThat(handleUntilTheFirstPartIsCopied(record("m1", event, 1))).contains("m1");
    sweep();

    String hint = record("m2", function.queues.take().get(0), 1);

    assertThat(handleUntilTheFirstPartIsCopied(hint)).isEqualTo(ALL_DONE);
    assertThat(function.queues.hidden).containsExactly("receipt of m1: 0");
    assertThat(s3.uploads()).hasSize(1);
  }

  @Test
  void goesOnWithAnUploadThatAHintBegan() {
    writeLarge();
    sweep();

    String hint = function.queues.take().get(0);

    assertThat(handleUntilTheFirstPartIsCopied(record("m2", hint, 1))).contains("m2");
    assertThat(function.handle(record("m2", hint, 2))).isEqualTo(ALL_DONE);
    assertThat(s3.target("new_project/large")).isEqualTo("large");
  }

  /** More parts than are copied at a time, twice. */
  private void writeLarge() {
    s3.at(InstantSource.fixed(function.now.minus(Duration.ofMinutes(60))));
    s3.write("new_project/large", "large", 40L << 30, Map.of());
  }

  private String handleUntilTheFirstPartIsCopied(String message) {
    s3.afterEvery("UploadPartCopy", () -> function.remaining = () -> 119_999);
    String answer = function.handle(message);
    s3.heal();
    function.remaining = () -> 900_000;
    return answer;
  }

  @Test
  @DisplayName("30: of kept files the sweep hints at those without a mark")
  void findsKeptFilesThatWereNotDelivered() {
    function.settings = Fixtures.KEEP;
    write(60, "new_project/delivered", "new_project/lost", "new_project/copied");
    Fixtures.keep(s3, "new_project/delivered");
    s3.write("new_project/copied", "x", tag("exportctl:delivered", "another version"));
    function.now = function.now.plus(Duration.ofHours(1));

    sweepAndWork();

    assertThat(s3.versions(FaultS3.TARGET, "new_project/delivered")).hasSize(1);
    assertThat(s3.target("new_project/lost")).isEqualTo("new_project/lost");
    assertThat(s3.target("new_project/copied")).isEqualTo("x");
    assertThat(function.log.get(1)).contains("\"waiting\":2,\"oldest_age\":7200}");
    function.log.clear();
    sweep();
    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":0,\"oldest_age\":0}");
  }

  @Test
  @DisplayName("30: a kept file that cannot be marked is not copied every hour for ever")
  void findsAKeptFileWithTenTagsOnlyWhileItIsNew() {
    function.settings = Fixtures.KEEP;
    Tag[] ten = IntStream.range(0, 10).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
    s3.at(InstantSource.fixed(function.now));
    s3.write("new_project/a", "a", ten);

    int copies = 0;
    for (int hour = 0; hour < 10; hour++) {
      function.now = function.now.plus(Duration.ofMinutes(60));
      sweep();
      List<String> hints = function.queues.take();
      copies += hints.size();
      hints.forEach(hint -> function.handle(record("h", hint, 1)));
    }

    assertThat(copies).isEqualTo(1);
    assertThat(s3.target("new_project/a")).isEqualTo("a");
  }

  @Test
  @DisplayName("30: a kept file that is deleted meanwhile is not waited for")
  void passesOverAKeptFileThatIsGone() {
    function.settings = Fixtures.KEEP;
    write(60, "new_project/a");
    s3.before("GetObjectTagging", () -> s3.mark("new_project/a"));

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":0,\"oldest_age\":0}");
  }

  private String sweep() {
    return function.handle(record("m1", SWEEP, 1));
  }

  private void sweepAndWork() {
    assertThat(sweep()).isEqualTo(ALL_DONE);
    work();
  }

  /** Until the queue is empty. */
  private void work() {
    for (List<String> sent = function.queues.take();
        !sent.isEmpty();
        sent = function.queues.take()) {
      sent.forEach(body -> assertThat(function.handle(record("h", body, 1))).isEqualTo(ALL_DONE));
    }
  }

  /** Files that were written so many minutes ago, each with its key for a body. */
  private void write(int minutes, String... keys) {
    s3.at(InstantSource.fixed(function.now.minus(Duration.ofMinutes(minutes))));
    for (String key : keys) {
      s3.write(key, key);
    }
  }

  private static String keyOf(String hint) {
    return ((ObjectCreated) Task.parse(hint)).key();
  }

  /** As the SDK tells a refusal that it did not have to ask for twice. */
  private static S3Exception refused(String... codeAndStatus) {
    return (S3Exception)
        refusal(Integer.parseInt(codeAndStatus[1]), codeAndStatus[0]).toBuilder()
            .numAttempts(1)
            .build();
  }
}
