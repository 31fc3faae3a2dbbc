package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.lambda.s3.Answers.refusal;
import static io.exportctl.lambda.s3.FaultS3.EXPORT;
import static io.exportctl.lambda.s3.FaultS3.TARGET;
import static io.exportctl.lambda.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.lambda.ExportBucket.Look.Found;
import io.exportctl.lambda.s3.Content;
import io.exportctl.lambda.s3.Crash;
import io.exportctl.lambda.s3.Fault;
import io.exportctl.lambda.s3.FaultS3;
import io.exportctl.lambda.s3.RawAnswer;
import io.exportctl.lambda.s3.StoredVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;

@DisplayName("19 to 23: files over 5 GiB")
class MultipartCopyTest {

  private static final String KEY = "new_project/large.parquet";

  private static final String OTHER =
      "<CompleteMultipartUploadResult><ETag>e</ETag><ChecksumCRC64NVME>other</ChecksumCRC64NVME>"
          + "</CompleteMultipartUploadResult>";

  /** 25 parts of 256 MiB. */
  private static final long SIZE = 25L * (256 << 20);

  private final FaultS3 s3 = FaultS3.create();
  private final Wire wire = Wire.to(s3);
  private final S3Client client = wire.client();

  @AfterEach
  void closeTheWire() {
    wire.close();
  }

  @AfterEach
  void everyByteEverWrittenCanStillBeRead() {
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @Test
  void copiesAllPartsAndDeletes() {
    write("one");

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);

    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.current(TARGET, KEY).orElseThrow().size()).isEqualTo(SIZE);
    assertThat(s3.current(EXPORT, KEY)).isEmpty();
    assertThat(s3.uploads()).isEmpty();
    assertThat(calls("UploadPartCopy")).isEqualTo(25);
  }

  @Test
  void takesCopyObjectUpToFiveGibibytes() {
    s3.write(KEY, "one", 5L << 30, Map.of());

    move(client, KEY);

    assertThat(calls("CopyObject")).isEqualTo(1);
    assertThat(calls("CreateMultipartUpload")).isZero();
  }

  @Test
  @DisplayName("19: a byte more than CopyObject takes")
  void takesPartsAboveFiveGibibytes() {
    s3.write(KEY, "one", (5L << 30) + 1, Map.of());

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);

    assertThat(calls("CopyObject")).isZero();
    assertThat(calls("UploadPartCopy")).isEqualTo(21);
    assertThat(s3.current(TARGET, KEY).orElseThrow().size()).isEqualTo((5L << 30) + 1);
  }

  @Test
  @DisplayName("19: the largest object that there can be, 48.8 TiB")
  void movesTheLargestObject() {
    s3.write(KEY, "one", 10_000 * (5L << 30), Map.of());

    assertThat(move(s3, KEY).action()).isEqualTo(Action.MOVED);

    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(calls("UploadPartCopy")).isEqualTo(10_000);
  }

  @Test
  void carriesMetadataAndItsOwnersTags() {
    write("one", tag("owner", "me"), tag("exportctl:delivered", "an older version's"));

    move(client, KEY);

    StoredVersion copy = s3.current(TARGET, KEY).orElseThrow();
    assertThat(copy.attributes().metadata()).containsExactly(Map.entry("from", "one"));
    assertThat(copy.tags()).containsExactly(tag("owner", "me"));
  }

  @Test
  void carriesNoRedirectOfAWebsiteAsCopyObjectCarriesNone() {
    s3.putObject(
        it -> it.bucket(EXPORT).key(KEY).websiteRedirectLocation("https://example.org/"),
        RequestBody.fromString("one"));
    s3.written.add(KEY + "=one");
    ExportBucket.Look look = new ExportBucket(s3, EXPORT).current(KEY);

    String id = new TargetUpload(s3, MOVE).begin(((Found) look).version(), List.of());

    assertThat(s3.uploads().get(id).attributes().get("WebsiteRedirectLocation")).isEmpty();
  }

  @Test
  void encryptsWithTheReceiversKey() {
    write("one");

    mover(client, Fixtures.settings(false, Optional.of("key")), KEY, false).move();

    assertThat(s3.current(TARGET, KEY).orElseThrow().attributes().get("SSEKMSKeyId"))
        .contains("key");
  }

  @Test
  void marksWhatIsKeptAsDeliveredInPlaceOfTheUpload() {
    write("one", tag("owner", "me"));

    assertThat(mover(client, KEEP, KEY, false).move().action()).isEqualTo(Action.COPIED);

    assertThat(s3.current(EXPORT, KEY).orElseThrow().tags())
        .containsExactly(tag("owner", "me"), tag("exportctl:delivered", "v1"));
  }

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
            "10 of 25 parts are copied; the next try begins anew, as the file cannot be tagged");
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).hasSize(10);
  }

  @Test
  @DisplayName("21: the tag is refused")
  void copiesWithoutTheTagThatIsRefused() {
    write("one");
    s3.fail("PutObjectTagging", 1, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
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
  @DisplayName("21: the upload goes while parts are copied")
  void failsWhenTheUploadIsEndedMeanwhile() {
    write("one");
    AtomicInteger part = new AtomicInteger();
    s3.beforeEvery(
        "UploadPartCopy",
        () -> {
          if (part.incrementAndGet() == 7) {
            s3.uploads().clear();
          }
        });

    Outcome outcome = move(client, KEY);
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.reason()).contains("ended by somebody else");
    s3.heal();

    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
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
  @DisplayName("22: the version goes in the middle")
  void endsTheUploadWhenItsVersionIsGone() {
    write("one");
    s3.before("UploadPartCopy", () -> write("two"));
    s3.fail("UploadPartCopy", 1, refusal(404, "NoSuchVersion"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("two");
    assertThat(calls("AbortMultipartUpload")).isEqualTo(1);
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("22: overwritten in the middle")
  void deliversTheNewestAfterAnOverwrite() {
    write("one");
    s3.before("CompleteMultipartUpload", () -> write("two"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("two");
    assertThat(s3.current(EXPORT, KEY)).isEmpty();
  }

  @Test
  @DisplayName("9: an older version reaches the target after the upload of a newer one began")
  void doesNotEndAnUploadBeneathAVersionThatItHasPutSince() {
    s3.write(KEY, "zero");
    s3.before(
        "CopyObject",
        () -> {
          write("one");
          moveWithTimeFor(10);
        });

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @Test
  @DisplayName(
      "9: a worker crashes that put an older version after the upload of a newer one began")
  void seesThatAnUploadEndedBeneathAnotherVersion() {
    s3.write(KEY, "zero");
    s3.before(
        "CopyObject",
        () -> {
          write("one");
          moveWithTimeFor(10);
        });
    s3.after("CopyObject", MultipartCopyTest::crash);
    assertThatThrownBy(() -> move(s3, KEY)).isInstanceOf(Crash.class);

    Outcome beneath = redeliver(client, KEY);

    assertThat(beneath.action()).isEqualTo(Action.FAILED);
    assertThat(beneath.reason())
        .isEqualTo("another version was put at the target after the upload of this one began");
    assertThat(s3.current(EXPORT, KEY)).isPresent();
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @Test
  @DisplayName("23: completed, though the answer was lost; the target may be read")
  void seesThatTheTargetHoldsTheFile() {
    write("one");
    s3.failThoughApplied("CompleteMultipartUpload", RawAnswer.reset());

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CompleteMultipartUpload")).isEqualTo(2);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(1);
  }

  @Test
  @DisplayName("23: completed, though the answer was lost; the target may not be read")
  void copiesAgainWhatItCannotSee() {
    s3.target.mayBeRead = false;
    write("one");
    s3.failThoughApplied("CompleteMultipartUpload", RawAnswer.reset());

    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(2);
  }

  @ParameterizedTest(name = "23: {0} inside a 200, to {1}")
  @CsvSource({
    "InternalError,UploadPartCopy",
    "SlowDown,UploadPartCopy",
    "InternalError,CompleteMultipartUpload"
  })
  void isNotFooledByAnErrorInsideA200(String code, String operation) {
    write("one");
    s3.fail(operation, 5, RawAnswer.errorInside(code)); // the SDK sends it four times

    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
    assertThat(s3.current(EXPORT, KEY)).isPresent();
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(1);
  }

  @Test
  @DisplayName("23: 200 and nothing in it")
  void doesNotBelieveAnEmptyAnswer() {
    write("one");
    s3.fail("UploadPartCopy", 1, RawAnswer.of(200, ""));

    assertThat(move(client, KEY).reason())
        .contains("UploadPartCopy was answered 200 without an ETag");
    s3.fail("CompleteMultipartUpload", 1, RawAnswer.of(200, ""));

    assertThat(redeliver(client, KEY).reason())
        .contains("CompleteMultipartUpload was answered 200 without an ETag");
    assertThat(s3.current(EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("28: checksums differ")
  void deletesNothingWhenTheChecksumsDiffer() {
    write("one");
    s3.failThoughApplied("CompleteMultipartUpload", RawAnswer.of(200, OTHER));

    assertThat(move(client, KEY).action()).isEqualTo(Action.CORRUPTED);
    assertThat(s3.current(EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("18: the receiver's key cannot be used")
  void endsTheUploadWhereNoLaterTryCanHelp() {
    write("one");
    s3.fail("UploadPartCopy", 1, refusal(400, "KMS.DisabledException"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.HOPELESS);
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("16: the target denies")
  void namesThePermissionsThatTheTargetMustGrant() {
    write("one");
    s3.fail("CreateMultipartUpload", 1, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).reason()).contains("s3:PutObject");
  }

  @Test
  void keepsManyPartsInFlightButNotMoreThanItsLimit() throws Exception {
    s3.write(KEY, "one", 300L * (256 << 20), Map.of());
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(PartCopies.IN_FLIGHT);
    s3.beforeEvery(
        "UploadPartCopy",
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          full.countDown();
          await(full);
        });
    s3.afterEvery("UploadPartCopy", running::decrementAndGet);
    ExecutorService pool = Executors.newFixedThreadPool(Batch.PARALLEL_PARTS);
    try {
      Outcome outcome =
          new ObjectMover(MOVE, new KeyCalls(client), Fixtures.TIME_ENOUGH, pool, KEY, false)
              .move();

      assertThat(outcome.action()).isEqualTo(Action.MOVED);
      assertThat(most).hasValue(PartCopies.IN_FLIGHT);
      assertThat(calls("UploadPartCopy")).isEqualTo(300);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void crash() {
    throw new Crash();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String body, Tag... tags) {
    s3.write(KEY, body, SIZE, Map.of("from", body), tags);
  }

  private Outcome moveWithTimeFor(int parts) {
    return workWithTimeFor(parts, MOVE, false);
  }

  /** As after an earlier delivery that may have put an older version over what is there. */
  private Outcome copyAgainWithTimeFor(int parts) {
    return workWithTimeFor(parts, KEEP, true);
  }

  private Outcome workWithTimeFor(int parts, Settings settings, boolean redelivered) {
    long before = calls("UploadPartCopy");
    Deadline deadline =
        needed -> needed.equals(PartCopies.TO_START) && calls("UploadPartCopy") >= before + parts;
    return new ObjectMover(
            settings, new KeyCalls(client), deadline, Fixtures.ONE_BY_ONE, KEY, redelivered)
        .move();
  }

  private List<String> keysOfTags() {
    return s3.current(EXPORT, KEY).orElseThrow().tags().stream().map(Tag::key).toList();
  }

  private long calls(String operation) {
    return s3.journal.stream().filter(call -> call.startsWith(operation + " ")).count();
  }
}
