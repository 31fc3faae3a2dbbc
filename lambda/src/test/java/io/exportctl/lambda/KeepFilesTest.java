package io.exportctl.lambda;

import static io.exportctl.lambda.FakeS3.EXPORT;
import static io.exportctl.lambda.FakeS3.TARGET;
import static io.exportctl.lambda.FakeS3.answer;
import static io.exportctl.lambda.FakeS3.tag;
import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.keep;
import static io.exportctl.lambda.Fixtures.mover;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.Tag;

/** Fault 30: a dataset that keeps its files. */
@DisplayName("30: keep_files")
class KeepFilesTest {

  private static final String KEY = "new_project/file.csv";

  private final FakeS3 s3 = new FakeS3();

  @AfterEach
  void nothingIsEverDeleted() {
    assertThat(s3.journal).noneMatch(line -> line.startsWith("DeleteObject"));
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @Test
  void copiesAndMarks() {
    s3.write(KEY, "one", tag("owner", "me"));

    assertThat(keep(s3, KEY).action()).isEqualTo(Action.COPIED);

    assertThat(s3.current(EXPORT, KEY).orElseThrow().tags())
        .containsExactly(tag("owner", "me"), tag("exportctl:delivered", "v1"));
    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).containsExactly(tag("owner", "me"));
  }

  @Test
  void takesFiveRequestsForAFileWithoutTags() {
    s3.write(KEY, "one");

    keep(s3, KEY);

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
    keep(s3, KEY);

    assertThat(keep(s3, KEY).action()).isEqualTo(Action.ALREADY_DELIVERED);
    assertThat(s3.versions(TARGET, KEY)).hasSize(1);
  }

  @Test
  void copiesAgainOnRedeliveryWithoutTheMark() {
    s3.write(KEY, "one", tag("owner", "me"));
    keep(s3, KEY);

    assertThat(mover(s3, KEEP, KEY, true).move().action()).isEqualTo(Action.COPIED);
    assertThat(s3.versions(TARGET, KEY)).hasSize(2);
    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).containsExactly(tag("owner", "me"));
  }

  @Test
  void deliversAFileThatWasCopiedWithItsMark() {
    String copied = "new_project/copied.csv";
    s3.write(copied, "one", tag("owner", "me"), tag("exportctl:delivered", "v99"));

    assertThat(keep(s3, copied).action()).isEqualTo(Action.COPIED);

    assertThat(s3.current(TARGET, copied).orElseThrow().tags()).containsExactly(tag("owner", "me"));
    assertThat(s3.current(EXPORT, copied).orElseThrow().tags())
        .containsExactly(tag("owner", "me"), tag("exportctl:delivered", "v1"));
  }

  @Test
  void deliversWithoutAMarkWhenThereIsNoRoomForOne() {
    Tag[] ten = IntStream.range(0, 10).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
    s3.write(KEY, "one", ten);

    Outcome outcome = keep(s3, KEY);

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

    assertThat(keep(s3, KEY).action()).isEqualTo(Action.COPIED);

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
          keep(s3, KEY);
        });

    assertThat(keep(s3, KEY).action()).isEqualTo(Action.COPIED);
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
          keep(s3, KEY);
          s3.after("CopyObject", this::crash);
        });
    assertThatThrownBy(() -> keep(s3, KEY)).isInstanceOf(FakeS3.Crash.class);
    assertThat(s3.target(KEY)).isEqualTo("one");

    assertThat(mover(s3, KEEP, KEY, true).move().action()).isEqualTo(Action.COPIED);
    assertThat(s3.target(KEY)).isEqualTo("two");
  }

  private void crash() {
    throw new FakeS3.Crash();
  }

  @Test
  void failsWhenTheMarkCannotBeWritten() {
    s3.write(KEY, "one");
    s3.fail("PutObjectTagging", 1, answer(403, "AccessDenied"));

    Outcome outcome = keep(s3, KEY);

    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.reason()).endsWith("the function needs s3:PutObjectVersionTagging");
  }

  @Test
  void isDoneWhenTheFileWasDeletedDuringTheCopy() {
    s3.write(KEY, "one");
    s3.after("CopyObject", () -> s3.mark(KEY));

    assertThat(keep(s3, KEY).action()).isEqualTo(Action.COPIED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }
}
