package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.EXPORT;
import static io.exportctl.s3.FaultS3.TARGET;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.Content;
import io.exportctl.s3.Crash;
import io.exportctl.s3.Fault;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;

@DisplayName("9, 20 and 21: what was begun before is gone on with")
class MultipartResumeTest extends LargeFile {

  @Test
  void keepsTheMarkOfDeliveryWhileItIsCopiedAgain() {
    write("one");
    mover(client, KEEP, KEY, false).move();

    Outcome stopped = copyAgainWithTimeFor(10);

    assertThat(stopped.action()).isEqualTo(Action.POSTPONED);
    assertThat(keysOfTags()).containsExactly("exportctl:delivered", "exportctl:upload");
    assertThat(mover(client, KEEP, KEY, true).move().action()).isEqualTo(Action.COPIED);
    assertThat(calls("UploadPartCopy")).isEqualTo(50);
    assertThat(keysOfTags()).containsExactly("exportctl:delivered");
  }

  @Test
  void wouldRatherGoOnLaterThanKeepTheMarkWhereOneTagHasRoom() {
    write("one", IntStream.range(0, 9).mapToObj(i -> tag("t" + i, "x")).toArray(Tag[]::new));
    mover(client, KEEP, KEY, false).move();

    assertThat(copyAgainWithTimeFor(10).reason()).isEqualTo("10 of 25 parts are copied");
    assertThat(keysOfTags()).hasSize(10).contains("exportctl:upload");
  }

  @Test
  @DisplayName("20: the deadline comes in the middle")
  void goesOnWhereTheLastDeliveryStopped() {
    write("one");

    Outcome stopped = moveWithTimeFor(10);

    assertThat(stopped.action()).isEqualTo(Action.POSTPONED);
    assertThat(stopped.reason()).isEqualTo("10 of 25 parts are copied");
    assertThat(s3.uploads()).hasSize(1);

    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("UploadPartCopy")).isEqualTo(25);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @Test
  @DisplayName("20: more than a page of parts")
  void goesOnAfterManyPages() {
    s3.pageSize(3);
    write("one");
    moveWithTimeFor(20);

    redeliver(client, KEY);

    assertThat(calls("UploadPartCopy")).isEqualTo(25);
  }

  @Test
  @DisplayName("20: a part fails")
  void keepsThePartsThatAreThereWhenOneFails() {
    write("one");
    AtomicInteger part = new AtomicInteger();
    s3.add(
        Fault.before("UploadPartCopy")
            .when(() -> part.incrementAndGet() >= 7)
            .answers(refusal(503, "SlowDown")));

    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
    s3.heal();

    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("UploadPartCopy")).isEqualTo(25);
  }

  @Test
  @DisplayName("21: ten tags leave no room for the upload's id")
  void saysThatAFileWithTenTagsCannotBeResumed() {
    write("one", IntStream.range(0, 10).mapToObj(i -> tag("t" + i, "x")).toArray(Tag[]::new));

    Outcome stopped = moveWithTimeFor(10);

    assertThat(stopped.reason())
        .isEqualTo(
            "10 of 25 parts are copied; the next attempt starts again, as the file cannot be tagged");
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).hasSize(10);
  }

  @Test
  @DisplayName("21: the upload is gone")
  void beginsAnewWhenTheUploadIsGone() {
    write("one");
    moveWithTimeFor(10);
    s3.uploads().clear();

    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @Test
  @DisplayName("21: parts of another size")
  void copiesPartsAgainThatDoNotFitThePlan() {
    write("one");
    moveWithTimeFor(10);
    s3.uploads().values().iterator().next().parts().put(3, Content.virtual("one", 9));

    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(calls("UploadPartCopy")).isEqualTo(26);
  }

  @Test
  @DisplayName("21: a file copied within the bucket brings another's tag")
  void doesNotGoOnWithThePartsOfAnotherVersion() {
    write("one");
    moveWithTimeFor(10);
    Tag mark = s3.current(EXPORT, KEY).orElseThrow().tags().get(0);
    write("two", mark);

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("two");
  }

  @Test
  @DisplayName("9: an older version reaches the target after the upload of a newer one began")
  void doesNotEndAnUploadBeneathAVersionThatItHasPutSince() {
    beginAnUploadWhileAnOlderVersionIsCopied();

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @Test
  @DisplayName(
      "9: a worker crashes that put an older version after the upload of a newer one began")
  void seesThatAnUploadEndedBeneathAnotherVersion() {
    beginAnUploadWhileAnOlderVersionIsCopied();
    s3.after("CopyObject", MultipartResumeTest::crash);
    assertThatThrownBy(() -> move(s3, KEY)).isInstanceOf(Crash.class);

    Outcome beneath = redeliver(client, KEY);

    assertThat(beneath.action()).isEqualTo(Action.FAILED);
    assertThat(beneath.reason())
        .isEqualTo("another version was put at the target after the upload of this one began");
    assertThat(s3.current(EXPORT, KEY)).isPresent();
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  /** Uploads the version "one" over "zero". */
  private void beginAnUploadWhileAnOlderVersionIsCopied() {
    s3.write(KEY, "zero");
    s3.before(
        "CopyObject",
        () -> {
          write("one");
          moveWithTimeFor(10);
        });
  }

  private static void crash() {
    throw new Crash();
  }
}
