package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.keep;
import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.EXPORT;
import static io.exportctl.s3.FaultS3.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("16: somebody else took over the target bucket")
class BucketOwnersTest extends LargeFile {

  private static final String STRANGER = "999999999999";

  private final FunctionUnderTest function = new FunctionUnderTest(client);

  @ParameterizedTest(name = "16: a stranger''s bucket gets none of {0} bytes")
  @ValueSource(longs = {3, SIZE})
  void putsNothingIntoABucketOfAnotherAccount(long size) {
    s3.write(KEY, "one", size, Map.of());
    s3.target.owner = STRANGER;

    assertThat(function.deliver(1, KEY)).isFalse();
    assertThat(function.deliver(Settlement.LAST_DELIVERY, KEY)).isTrue();

    assertThat(s3.versions(TARGET, KEY)).isEmpty();
    assertThat(s3.uploads()).isEmpty();
    assertThat(s3.current(EXPORT, KEY)).isPresent();
    assertThat(function.queues.reasons().get(0))
        .startsWith("the copy to \"target-bucket\" was denied")
        .contains("the bucket must belong to account 210987654321, ");
  }

  @Test
  @DisplayName("16: the bucket is taken over while parts are copied")
  void putsNothingMoreIntoABucketThatIsTakenOver() {
    write("one");
    s3.after("UploadPartCopy", () -> s3.target.owner = STRANGER);

    assertThat(move(client, KEY).reason()).contains("belong to account 210987654321");

    assertThat(s3.target(KEY)).isEqualTo("nothing");
    assertThat(s3.current(EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("16: the export bucket belongs to another account")
  void takesNothingFromABucketOfAnotherAccount() {
    s3.write(KEY, "one");
    s3.after("HeadObject", () -> s3.export.owner = STRANGER);

    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
    assertThat(s3.target(KEY)).isEqualTo("nothing");
  }

  @Test
  @DisplayName("16: every request of the mover expects the owners of its buckets")
  void expectsTheOwnersWithEveryRequest() {
    s3.export.ownerMustBeExpected = true;
    s3.target.ownerMustBeExpected = true;
    moveAndRepair();
    continueAndAbortAnUpload();
    keepAndSweep();

    assertThat(s3.journal.stream().map(call -> call.split(" ", 2)[0]).distinct())
        .containsExactlyInAnyOrder(
            "AbortMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "CreateMultipartUpload",
            "DeleteObject",
            "GetObjectTagging",
            "HeadObject",
            "ListObjectVersions",
            "ListObjectsV2",
            "ListParts",
            "PutObjectTagging",
            "UploadPartCopy");
  }

  @Test
  @DisplayName("16: an environment without accounts expects no owners")
  void expectsNoOwnerThatIsNotKnown() {
    s3.write(KEY, "one");
    s3.export.owner = STRANGER;
    s3.target.owner = STRANGER;
    Settings known = Fixtures.MOVE;
    function.settings =
        new Settings(
            known.dataset(),
            EXPORT,
            TARGET,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            known.queueUrl(),
            known.deadLetterQueueUrl());

    assertThat(function.deliver(1, KEY)).isTrue();
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  private void moveAndRepair() {
    s3.write(KEY, "one");
    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.REPAIRED);
  }

  private void continueAndAbortAnUpload() {
    write("large");
    assertThat(moveWithTimeFor(3).action()).isEqualTo(Action.POSTPONED);
    assertThat(moveWithTimeFor(100).action()).isEqualTo(Action.MOVED);
    write("larger");
    s3.fail("UploadPartCopy", 1, refusal(400, "KMS.DisabledException"));
    assertThat(move(client, KEY).action()).isEqualTo(Action.HOPELESS);
    assertThat(s3.uploads()).isEmpty();
  }

  private void keepAndSweep() {
    function.settings = Fixtures.KEEP;
    s3.at(InstantSource.fixed(function.now.minus(Duration.ofHours(1))));
    s3.write("new_project/kept", "kept");
    assertThat(keep(client, "new_project/kept").action()).isEqualTo(Action.COPIED);
    assertThat(function.handle(record("m", SweepScenario.SWEEP, 1))).isEqualTo(ALL_DONE);
  }
}
