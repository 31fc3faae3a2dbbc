package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.KEEP;
import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.s3.FaultS3.EXPORT;
import static io.exportctl.s3.FaultS3.TARGET;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.lambda.ExportBucket.Look.Found;
import io.exportctl.s3.StoredVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@DisplayName("19: files over 5 GiB")
class MultipartCopyTest extends LargeFile {

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
    SourceVersion version = ((Found) look).version();
    TargetUpload upload = new TargetUpload(s3, MOVE);

    String id = upload.begin(version, upload.headSource(version), List.of());

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
}
