package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.keep;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.EXPORT;
import static io.exportctl.s3.FaultS3.TARGET;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.Crash;
import io.exportctl.s3.FaultS3;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;

/** Fault 30: a dataset that keeps its files. */
@DisplayName("30: keep_files")
class KeepFilesTest {

  private static final String KEY = "new_project/file.csv";

  private final FaultS3 s3 = FaultS3.create();
  private final Wire wire = Wire.to(s3);
  private final S3Client client = wire.client();

  @AfterEach
  void closeTheWire() {
    wire.close();
  }

  @AfterEach
  void nothingIsEverDeleted() {
    assertThat(s3.journal).noneMatch(line -> line.startsWith("DeleteObject"));
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @Test
  void copiesAndMarks() {
    s3.write(KEY, "one", tag("owner", "me"));

    assertThat(keep(client, KEY).action()).isEqualTo(Action.COPIED);

    assertThat(s3.current(EXPORT, KEY).orElseThrow().tags())
        .containsExactly(tag("owner", "me"), tag("exportctl:delivered", "v1"));
    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).containsExactly(tag("owner", "me"));
  }

  @Test
  void takesFiveRequestsForAFileWithoutTags() {
    s3.write(KEY, "one");

    keep(client, KEY);

    assertThat(s3.journal)
        .containsExactly(
            "HeadObject " + KEY,
            "CopyObject " + KEY + " v1",
            "HeadObject " + KEY,
            "GetObjectTagging " + KEY + " v1",
            "PutObjectTagging " + KEY + " v1");
  }

  @Test
  void doesNotCopyAgainForADuplicateEvent() {
    s3.write(KEY, "one");
    keep(client, KEY);

    assertThat(keep(client, KEY).action()).isEqualTo(Action.ALREADY_DELIVERED);
    assertThat(s3.versions(TARGET, KEY)).hasSize(1);
  }

  @Test
  void copiesAgainOnRedeliveryWithoutTheMark() {
    s3.write(KEY, "one", tag("owner", "me"));
    keep(client, KEY);

    assertThat(mover(client, KEEP, KEY, true).move().action()).isEqualTo(Action.COPIED);
    assertThat(s3.versions(TARGET, KEY)).hasSize(2);
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).containsExactly(tag("owner", "me"));
  }

  @Test
  void deliversAFileThatWasCopiedWithItsMark() {
    String copied = "new_project/copied.csv";
    s3.write(copied, "one", tag("owner", "me"), tag("exportctl:delivered", "v99"));

    assertThat(keep(client, copied).action()).isEqualTo(Action.COPIED);

    assertThat(s3.current(TARGET, copied).orElseThrow().tags()).containsExactly(tag("owner", "me"));
    assertThat(s3.current(EXPORT, copied).orElseThrow().tags())
        .containsExactly(tag("owner", "me"), tag("exportctl:delivered", "v1"));
  }

  @Test
  void deliversWithoutAMarkWhenThereIsNoRoomForOne() {
    Tag[] ten = IntStream.range(0, 10).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
    s3.write(KEY, "one", ten);

    Outcome outcome = keep(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.COPIED);
    assertThat(outcome.reason())
        .isEqualTo("not marked as delivered: the file has ten tags of its own");
    assertThat(s3.current(EXPORT, KEY).orElseThrow().tags()).containsExactly(ten);
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).containsExactly(ten);
  }

  @Test
  void deliversTheNewestWhenOverwrittenDuringTheCopy() {
    s3.write(KEY, "one");
    s3.after("CopyObject", () -> s3.write(KEY, "two"));

    assertThat(keep(client, KEY).action()).isEqualTo(Action.COPIED);

    assertThat(s3.target(KEY)).isEqualTo("two");
    assertThat(s3.versions(EXPORT, KEY).get(0).tags())
        .containsExactly(tag("exportctl:delivered", "v3"));
    assertThat(s3.versions(EXPORT, KEY).get(1).tags()).isEmpty();
  }

  @Test
  @DisplayName("9: a slow worker puts v1 over v2, which bears its mark already")
  void doesNotTrustTheMarkOfAVersionThatItHasJustOverwritten() {
    s3.write(KEY, "one");
    s3.before(
        "CopyObject",
        () -> {
          s3.write(KEY, "two");
          keep(client, KEY);
        });

    assertThat(keep(client, KEY).action()).isEqualTo(Action.COPIED);
    assertThat(s3.target(KEY)).isEqualTo("two");
  }

  @Test
  @DisplayName("10: the slow worker crashes after putting v1 over v2")
  void doesNotTrustTheMarkAfterACrash() {
    s3.write(KEY, "one");
    s3.before(
        "CopyObject",
        () -> {
          s3.write(KEY, "two");
          keep(client, KEY);
          s3.after("CopyObject", this::crash);
        });
    assertThatThrownBy(() -> keep(s3, KEY)).isInstanceOf(Crash.class);
    assertThat(s3.target(KEY)).isEqualTo("one");

    assertThat(mover(client, KEEP, KEY, true).move().action()).isEqualTo(Action.COPIED);
    assertThat(s3.target(KEY)).isEqualTo("two");
  }

  private void crash() {
    throw new Crash();
  }

  @Test
  void failsWhenTheMarkCannotBeWritten() {
    s3.write(KEY, "one");
    s3.fail("PutObjectTagging", 1, refusal(403, "AccessDenied"));

    Outcome outcome = keep(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.reason()).endsWith("the function needs s3:PutObjectVersionTagging");
  }

  @Test
  void isDoneWhenTheFileWasDeletedDuringTheCopy() {
    s3.write(KEY, "one");
    s3.after("CopyObject", () -> s3.mark(KEY));

    assertThat(keep(client, KEY).action()).isEqualTo(Action.COPIED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }
}
