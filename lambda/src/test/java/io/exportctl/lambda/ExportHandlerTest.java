package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.lambda.FunctionUnderTest.stream;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.Bucket;
import io.exportctl.s3.Crash;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.RawAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the whole function, from the event of the queue to its answer, the queues and the log. */
class ExportHandlerTest {

  private static final int AMPLE = 900_000;

  private final FaultS3 s3 = FaultS3.create();
  private final FunctionUnderTest function = new FunctionUnderTest(s3);
  private final FakeQueues queues = function.queues;
  private final List<String> log = function.log;

  @Test
  void answersAnEmptyListWhenAllIsDone() {
    s3.write("new_project/a.csv", "a");

    assertThat(handle(message("m1", "new_project/a.csv", 1)))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(s3.target("new_project/a.csv")).isEqualTo("a");
    assertThat(queues.hidden).isEmpty();
    assertThat(queues.deadLetters).isEmpty();
  }

  @Test
  void makesNoClientForTheQueuesWhileAllIsWell() {
    s3.write("new_project/a.csv", "a");
    function.sqs =
        new OnDemand<>(
            () -> {
              throw new AssertionError("a client was made");
            });

    assertThat(function.deliver(1, "new_project/a.csv")).isTrue();
  }

  @Test
  void logsALinePerKeyAndOneForTheMetrics() {
    s3.write("new_project/a \"b\" é.csv", "abc");

    handle(message("m1", "new_project/a \\\"b\\\" é.csv", 3));

    assertThat(log)
        .containsExactly(
            """
            {"level":"info","dataset":"new_project","action":"moved",\
            "source":"s3://export-bucket/new_project/a \\"b\\" \\u00E9.csv",\
            "target":"s3://target-bucket/new_project/a \\"b\\" \\u00E9.csv",\
            "version":"v1","targetVersion":"v2","bytes":3,"ms":0,"requests":3,"attempt":3,"message":"m1"}""",
            """
            {"_aws":{"Timestamp":1767323045000,"CloudWatchMetrics":[{"Namespace":"exportctl",\
            "Dimensions":[["dataset"]],"Metrics":[{"Name":"moved","Unit":"Count"},\
            {"Name":"bytes","Unit":"Bytes"},{"Name":"repaired","Unit":"Count"},\
            {"Name":"conflicts","Unit":"Count"},{"Name":"failed","Unit":"Count"},\
            {"Name":"corrupted","Unit":"Count"}]}]},"dataset":"new_project","moved":1,"bytes":3,\
            "repaired":0,"conflicts":0,"failed":0,"corrupted":0}""");
  }

  @Test
  void logsOneVersionWhereTheTargetKeepsNone() {
    s3.target.versioning = Bucket.Versioning.NEVER;
    s3.write("new_project/a", "a");

    handle(message("m1", "new_project/a", 1));

    assertThat(log.get(0)).contains("\"version\":\"v1\",\"bytes\":1");
  }

  @Test
  @DisplayName("28: a copy that differs is counted loudly")
  void countsWhatIsCorrupted() {
    s3.write("new_project/a", "a");
    String other =
        "<CopyObjectResult><ETag>e</ETag><ChecksumCRC64NVME>other</ChecksumCRC64NVME></CopyObjectResult>";
    s3.failThoughApplied("CopyObject", RawAnswer.of(200, other));

    try (Wire wire = Wire.to(s3)) {
      FunctionUnderTest wired = new FunctionUnderTest(wire.client());

      assertThat(wired.handle(message("m1", "new_project/a", 1))).contains("m1");
      assertThat(wired.log.get(0)).contains("\"level\":\"error\"", "\"action\":\"corrupted\"");
      assertThat(wired.log.get(1)).contains("\"failed\":1,\"corrupted\":1");
    }
  }

  @Test
  @DisplayName("26: one bad message among ten")
  void retriesOneOfTenAndDoesNine() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      s3.write("new_project/" + i, "body " + i);
      messages.add(message("m" + i, "new_project/" + i, 1));
    }
    s3.fail("CopyObject", 1, refusal(500, "InternalError"));

    String answer = handle(messages.toArray(String[]::new));

    assertThat(answer).containsOnlyOnce("itemIdentifier");
    assertThat(queues.hidden).hasSize(1).allMatch(line -> line.endsWith(": 15"));
    assertThat(IntStream.range(0, 10).filter(i -> !s3.target("new_project/" + i).equals("nothing")))
        .hasSize(9);
  }

  @Test
  @DisplayName("26: even what nobody foresaw concerns one message only")
  void reportsAnUnforeseenErrorOfOneMessage() {
    s3.write("new_project/a", "a");
    s3.write("new_project/b", "b");
    s3.before(
        "CopyObject",
        () -> {
          throw new IllegalStateException("unforeseen");
        });

    String answer = handle(message("m1", "new_project/a", 1), message("m2", "new_project/b", 1));

    assertThat(answer).containsOnlyOnce("itemIdentifier");
    assertThat(log).anyMatch(line -> line.contains("unexpected: java.lang.IllegalStateException"));
  }

  @Test
  @DisplayName("27: killed with half a batch done")
  void losesNothingWhenKilledHalfWay() {
    List<String> again = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      s3.write("new_project/" + i, "body " + i);
      again.add(message("m" + i, "new_project/" + i, 2));
    }
    for (int i = 0; i < 5; i++) {
      Fixtures.move(s3, "new_project/" + i); // the first half, which the queue does not know about
    }

    assertThat(handle(again.toArray(String[]::new))).isEqualTo("{\"batchItemFailures\":[]}");

    for (int i = 0; i < 10; i++) {
      assertThat(s3.target("new_project/" + i)).isEqualTo("body " + i);
    }
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @ParameterizedTest(name = "25: {0}")
  @ValueSource(
      strings = {
        "garbage",
        "null",
        "[]",
        "{}",
        "{\"sweep\":5}",
        "{\"detail\":{\"bucket\":{\"name\":\"export-bucket\"},\"object\":{\"key\":5}}}",
        "{\"detail\":{\"bucket\":{\"name\":\"foreign\"},\"object\":{\"key\":\"new_project/a\"}}}",
        "{\"detail\":{\"bucket\":{\"name\":\"export-bucket\"},\"object\":{\"key\":\"other/a\"}}}",
        "{\"detail\":{\"bucket\":{\"name\":\"export-bucket\"},\"object\":{\"key\":\"new_project\"}}}"
      })
  void deadLettersWhatIsNotItsOwnAndTouchesNothing(String body) {
    assertThat(handle(record("m1", body, 1))).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(s3.journal).isEmpty();
    assertThat(queues.deadLetters).hasSize(1);
    assertThat(queues.deadLetters.get(0).queueUrl()).isEqualTo(Fixtures.DEAD_LETTERS);
    assertThat(queues.deadLetters.get(0).messageBody()).isEqualTo(body);
    assertThat(queues.reasons().get(0)).startsWith("the ");
    assertThat(log.get(0)).contains("\"level\":\"error\"", "\"action\":\"hopeless\"");
  }

  @Test
  @DisplayName("26: a message of null among others")
  void deadLettersAMessageOfNullAlone() {
    s3.write("new_project/a", "a");

    assertThat(handle(record("m1", "null", 1), message("m2", "new_project/a", 1)))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(queues.reasons()).containsExactly("the message is not a JSON object");
    assertThat(s3.target("new_project/a")).isEqualTo("a");
  }

  @Test
  @DisplayName("26: messages with any part replaced")
  void refusesEveryMessageThatIsNoTaskWithASentence() {
    List<String> values =
        List.of("null", "{}", "[]", "\"\"", "0", "-1", "1e999", "true", "{\"a\":1}");
    String sweep =
        "{\"sweep\":{\"minutes\":%s,\"hop\":%s,\"token\":%s,\"waiting\":%s,\"oldest\":%s}}";
    String event = "{\"time\":%s,\"source\":%s,\"detail\":{\"bucket\":%s,\"object\":%s}}";
    for (String value : values) {
      for (int place = 0; place < 5; place++) {
        assertReadOrRefused(sweep.formatted(replaced(5, place, value)));
        assertReadOrRefused(event.formatted(replaced(4, Math.min(place, 3), value)));
      }
      assertReadOrRefused(value);
      assertReadOrRefused("{\"sweep\":%s}".formatted(value));
      assertReadOrRefused("{\"detail\":%s}".formatted(value));
    }
  }

  private static Object[] replaced(int places, int place, String value) {
    return IntStream.range(0, places).mapToObj(i -> i == place ? value : "1").toArray();
  }

  private static void assertReadOrRefused(String body) {
    try {
      assertThat(Task.parse(body)).as(body).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).as(body).hasMessageStartingWith("the message");
    }
  }

  @Test
  @DisplayName("16: the last delivery before SQS would dead-letter the message")
  void deadLettersTheLastDeliveryWithItsReason() throws IOException {
    s3.write("new_project/a", "a");
    s3.fail("CopyObject", 2, refusal(403, "AccessDenied"));

    assertThat(handle(message("m1", "new_project/a", Settlement.LAST_DELIVERY - 1))).contains("m1");
    assertThat(queues.deadLetters).isEmpty();
    assertThat(handle(message("m1", "new_project/a", Settlement.LAST_DELIVERY)))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(queues.reasons().get(0))
        .startsWith("the copy to \"target-bucket\" was denied")
        .endsWith("; given up after 30 deliveries");
    assertThat(s3.current(FaultS3.EXPORT, "new_project/a")).isPresent();
    assertThat(Files.readString(Path.of("..", "terraform", "modules", "push", "queue.tf")))
        .contains("maxReceiveCount     = " + Settlement.LAST_DELIVERY);
  }

  @Test
  void leavesTheLastDeliveryToSqsWhenItCannotBeDeadLettered() {
    s3.write("new_project/a", "a");
    s3.fail("CopyObject", 1, refusal(403, "AccessDenied"));
    queues.down = true;

    assertThat(handle(message("m1", "new_project/a", Settlement.LAST_DELIVERY))).contains("m1");
  }

  @Test
  void keepsAHopelessMessageThatCouldNotBeDeadLettered() {
    queues.down = true;

    assertThat(handle(record("m1", "garbage", 1)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(log.get(0)).contains("; not sent to the dead-letter queue");
  }

  @Test
  @DisplayName("16: patience with a target that is being repaired, more with every delivery")
  void backsOffAndMovesOnceTheTargetIsMended() {
    s3.write("new_project/a", "a");
    s3.fail("CopyObject", 2, refusal(403, "AccessDenied"));

    handle(message("m1", "new_project/a", 1));
    handle(message("m1", "new_project/a", 2));
    handle(message("m1", "new_project/a", 3));

    assertThat(queues.hidden).containsExactly("receipt of m1: 15", "receipt of m1: 30");
    assertThat(queues.deadLetters).isEmpty();
    assertThat(s3.target("new_project/a")).isEqualTo("a");
  }

  @Test
  void doesTheSameKeyTwiceInABatchOneAfterTheOther() {
    s3.write("new_project/a", "a");

    String answer = handle(message("m1", "new_project/a", 1), message("m2", "new_project/a", 1));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(s3.versions(FaultS3.TARGET, "new_project/a")).hasSize(1);
    assertThat(log).hasSize(3);
    assertThat(log.get(1)).contains("\"action\":\"absent\"");
  }

  @Test
  void startsNothingWhenLittleTimeIsLeftAndMakesItVisibleAtOnce() {
    s3.write("new_project/a", "a");
    function.remaining = () -> 59_999;

    assertThat(handle(message("m1", "new_project/a", 4)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(s3.journal).isEmpty();
    assertThat(queues.hidden).containsExactly("receipt of m1: 0");
  }

  @Test
  void answersInTimeThoughACopyIsStillRunning() {
    s3.write("new_project/slow", "slow");
    CountDownLatch never = new CountDownLatch(1);
    s3.before("CopyObject", () -> awaitUninterrupted(never));
    Thread main = Thread.currentThread();
    function.remaining = () -> Thread.currentThread() == main ? 10_000 : AMPLE;

    String answer = handle(message("m1", "new_project/slow", 1));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(queues.hidden).containsExactly("receipt of m1: 900");
    assertThat(log.get(0)).contains("\"action\":\"unfinished\"");
    assertThat(s3.current(FaultS3.EXPORT, "new_project/slow")).isPresent();
    never.countDown();
  }

  @Test
  void refusesAnEventThatIsNotFromAQueue() {
    assertThatThrownBy(
            () -> function.handler().handleRequest(stream("{}"), null, function.context()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the event has no Records: it is not from a queue");
  }

  @Test
  void refusesAnEventOfNull() {
    assertThatThrownBy(
            () -> function.handler().handleRequest(stream("null"), null, function.context()))
        .isInstanceOf(IOException.class)
        .hasMessage("null is not a JSON object");
  }

  @Test
  void takesAMessageWithoutACountForARedelivery() throws IOException {
    List<QueueMessage> messages =
        QueueMessage.readAll(stream("{\"Records\":[{\"messageId\":\"m\",\"body\":\"b\"}]}"));

    assertThat(messages).containsExactly(new QueueMessage("m", "", "b", 2, false));
    assertThat(messages.get(0).redelivered()).isTrue();
  }

  @Test
  void sendsOnlyWhatAQueueAcceptsAsAReason() {
    Queues it = new Queues(() -> queues, Fixtures.MOVE);

    it.deadLetter(
        new QueueMessage("m", "r", "b", 1, false), "a\u0000b\uD800c\uFFFF" + "x".repeat(3000));

    assertThat(queues.reasons().get(0)).startsWith("a?b?c?x").hasSize(2000);
  }

  private String handle(String... records) {
    return function.handle(records);
  }

  /** A message about a key, which is given in JSON's notation. */
  private static String message(String id, String key, int receiveCount) {
    String event =
        """
        {"version":"0","detail-type":"Object Created","source":"aws.s3","detail":{"version":"0",\
        "bucket":{"name":"export-bucket"},"object":{"key":"%s","size":1,"etag":"e"}}}"""
            .formatted(key);
    return record(id, event, receiveCount);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new Crash();
    }
  }
}
