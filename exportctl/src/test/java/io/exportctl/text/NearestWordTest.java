package io.exportctl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {

  private static final List<String> KEYS =
      List.of("name", "bucket", "users", "paperwork", "keep_files", "kms_key_arn");

  @ParameterizedTest
  @CsvSource({
    "buckt, bucket",
    "bukcet, bucket",
    "Bucket, bucket",
    "buckets, bucket",
    "target_bucket, bucket",
    "bucket_name, bucket",
    "user, users",
    "usres, users",
    "paper_work, paperwork",
    "paperworks, paperwork",
    "keepfiles, keep_files",
    "keep-files, keep_files",
    "kms_key, kms_key_arn",
    "nam, name",
    "nmae, name",
  })
  void isTheCandidateThatWasMeant(String word, String meant) {
    assertThat(NearestWord.of(word, KEYS)).map(NearestWord::text).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "colour", "bucketeer_of_the_month", "kms", "arn", "_", "日本"})
  void isEmptyIfNoCandidateIsNear(String word) {
    assertThat(NearestWord.of(word, KEYS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buckt",
        "Bucket",
        "users_",
        "user",
        "paper-work",
        "keepFiles",
        "KMS_KEY_ARN",
        "nmae"
      })
  void isUnmistakableForSlips(String word) {
    assertThat(NearestWord.of(word, KEYS)).map(NearestWord::isUnmistakable).contains(true);
  }

  /** Such a word may mean the opposite, one of several, or a value that was disabled on purpose. */
  @ParameterizedTest
  @ValueSource(
      strings = {"unkeep_files", "no_keep_files", "old_bucket", "bucket2", "xbucket", "_users", ""})
  void isNotUnmistakableIfMeaningMayDiffer(String word) {
    assertThat(NearestWord.of(word, KEYS).filter(NearestWord::isUnmistakable)).isEmpty();
  }

  @Test
  void isNotUnmistakableForEmptyText() {
    assertThat(NearestWord.of("", List.of("a"))).contains(new NearestWord("a", false));
  }
}
