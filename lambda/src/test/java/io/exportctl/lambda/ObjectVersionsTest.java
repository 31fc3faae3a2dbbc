package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.FaultS3;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectVersionsTest {

  private static final String KEY = "new_project/a";

  private final FaultS3 s3 = FaultS3.create();

  @Test
  void tellsTheCurrentVersion() {
    s3.write(KEY, "one");
    s3.write(KEY, "two");

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.of("v2"), Optional.of("v2"), false));
  }

  @Test
  void tellsTheNewestDataUnderAMarker() {
    s3.write(KEY, "one");
    s3.mark(KEY);

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.empty(), Optional.of("v1"), false));
  }

  @Test
  void tellsThatTheNewestBytesWereWrittenBefore() {
    s3.write(KEY, "one");
    s3.write(KEY, "two");
    s3.write(KEY, "one");

    assertThat(list().newestRepeated()).isTrue();
  }

  @Test
  void leavesLongerKeysOut() {
    s3.write(KEY + "b", "other");
    s3.write(KEY + "/c", "other");

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.empty(), Optional.empty(), false));
  }

  @Test
  void pagesOnUntilTheNewestData() {
    s3.pageSize(2);
    s3.write(KEY, "one");
    for (int i = 0; i < 4; i++) {
      s3.mark(KEY);
    }
    s3.write(KEY + "b", "other");

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.empty(), Optional.of("v1"), false));
    assertThat(s3.journal).hasSize(3);
  }

  @Test
  void pagesNoFurtherThanToLongerKeys() {
    s3.pageSize(2);
    s3.mark(KEY);
    for (int i = 0; i < 5; i++) {
      s3.write(KEY + "b", "other");
    }

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.empty(), Optional.empty(), false));
    assertThat(s3.journal).hasSize(1);
  }

  @Test
  void givesUpOnMarkersWithoutEnd() {
    s3.pageSize(1);
    s3.write(KEY, "one");
    for (int i = 0; i < ObjectVersions.MAX_PAGES; i++) {
      s3.mark(KEY);
    }

    assertThatThrownBy(this::list)
        .isInstanceOf(MoveStopped.class)
        .hasMessage("more than 20 pages of delete markers lie on the file");
  }

  @Test
  void readsNoFurtherThanToTheNewestData() {
    s3.pageSize(2);
    for (int i = 0; i < 9; i++) {
      s3.write(KEY, "body " + i);
    }
    s3.mark(KEY);

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.empty(), Optional.of("v9"), true));
    assertThat(s3.journal).hasSize(1);
  }

  @Test
  void supposesARepetitionAmongVersionsThatItDoesNotRead() {
    s3.pageSize(1);
    for (int i = 0; i <= ObjectVersions.MAX_PAGES; i++) {
      s3.write(KEY, "body " + i);
    }

    assertThat(list()).isEqualTo(new ObjectVersions(Optional.of("v21"), Optional.of("v21"), true));
  }

  private ObjectVersions list() {
    return ObjectVersions.list(s3, FaultS3.EXPORT, KEY);
  }
}
