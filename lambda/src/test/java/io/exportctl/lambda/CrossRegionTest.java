package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Bucket;
import io.exportctl.s3.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Targets in another Region than the export bucket, which redirect the first request as S3 does.
 */
@DisplayName("33: a target in another Region")
class CrossRegionTest extends OverTheWire {

  private static final String OTHER = "new_project/other.csv";

  private static final String OPT_IN_REGION = "me-central-1";

  @BeforeEach
  void exportBucketIsInTheFunctionsRegion() {
    s3.export.home = Optional.of(new Bucket.Home("eu-west-2", false));
  }

  @Test
  void asksForTheRegionOnce() {
    targetIsIn("us-east-1", false);
    s3.write(KEY, "one");
    s3.write(OTHER, "two");

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(move(client, OTHER).action()).isEqualTo(Action.MOVED);

    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.journal)
        .extracting(CrossRegionTest::operation)
        .containsExactly(
            "HeadObject",
            "PUT to the wrong Region: 301",
            "CopyObject",
            "DeleteObject",
            "HeadObject",
            "CopyObject",
            "DeleteObject");
  }

  @Test
  void asksForAnOptInRegionOnce() {
    targetIsIn(OPT_IN_REGION, true);
    s3.write(KEY, "one");
    s3.write(OTHER, "two");

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(move(client, OTHER).action()).isEqualTo(Action.MOVED);

    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.journal)
        .extracting(CrossRegionTest::operation)
        .containsExactly(
            "HeadObject",
            "PUT to the wrong Region: 400",
            "HEAD to the wrong Region: 400",
            "CopyObject",
            "DeleteObject",
            "HeadObject",
            "CopyObject",
            "DeleteObject");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void copiesALargeFileInParts(boolean optIn) {
    targetIsIn(OPT_IN_REGION, optIn);
    s3.write(KEY, "large", TargetBucket.MAX_SINGLE_COPY + 1, Map.of());

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("large");
  }

  @ParameterizedTest(name = "16: the redirected request expects the owner too, opt-in Region: {0}")
  @ValueSource(booleans = {false, true})
  void expectsTheOwnerInTheOtherRegion(boolean optIn) {
    targetIsIn(OPT_IN_REGION, optIn);
    s3.target.ownerMustBeExpected = true;
    s3.write(KEY, "one");
    s3.write(OTHER, "two");

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    s3.target.owner = "999999999999";
    assertThat(move(client, OTHER).reason()).contains("belong to account 210987654321");

    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.target(OTHER)).isEqualTo("nothing");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void continuesAnUploadWithAClientThatDoesNotKnowTheRegionYet(boolean optIn) {
    targetIsIn(OPT_IN_REGION, optIn);
    s3.write(KEY, "large", TargetBucket.MAX_SINGLE_COPY + 1, Map.of());
    s3.add(Fault.before("CompleteMultipartUpload").times(1).answers(refusal(403, "AccessDenied")));
    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);

    try (S3Client fresh = Wire.client(wire.server().uri())) {
      assertThat(redeliver(fresh, KEY).action()).isEqualTo(Action.MOVED);
    }

    assertThat(s3.target(KEY)).isEqualTo("large");
    assertThat(s3.journal).filteredOn(call -> call.startsWith("CreateMultipartUpload ")).hasSize(1);
  }

  private void targetIsIn(String region, boolean optIn) {
    s3.target.home = Optional.of(new Bucket.Home(region, optIn));
  }

  private static String operation(String call) {
    return call.replaceFirst(" new_project/.*", "");
  }
}
