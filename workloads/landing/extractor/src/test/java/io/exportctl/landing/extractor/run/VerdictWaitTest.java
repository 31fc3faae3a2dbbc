package io.exportctl.landing.extractor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.S3Destination;
import io.exportctl.landing.extractor.sink.S3Retries;
import io.exportctl.landing.format.Keys;
import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The wait for the platform's verdict. */
class VerdictWaitTest {

  private static final Keys KEYS = Keys.of("case_notes_dev", "20260801010000Z");
  private static final String KEY = "x/results/20260801010000Z.json";

  private final FaultS3 s3 = FaultS3.create();
  private final Stop stop = new Stop();

  /** The job's role may list the verdicts only, so that S3 answers 403 for a missing one. */
  @BeforeEach
  void listAPartOnly() {
    s3.target.mayBeListed = false;
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private void await(Duration time) throws InterruptedException {
    S3Destination destination =
        new S3Destination(s3, FaultS3.TARGET, "x/", new S3Retries(1, Duration.ofMillis(1)));
    Log log = new Log(new PrintStream(out, true, UTF_8), () -> Instant.EPOCH, Optional.empty());
    new VerdictWait(destination, time, Duration.ofMillis(1), stop, log).await(KEYS);
  }

  private void write(String verdict) {
    s3.putObject(it -> it.bucket(FaultS3.TARGET).key(KEY), RequestBody.fromString(verdict));
  }

  /** Writes the verdict when it is looked for the third time. */
  private void writeLater(String verdict) {
    int[] looks = {0};
    s3.add(
        Fault.before("GetObject").when(() -> ++looks[0] == 3).times(1).does(() -> write(verdict)));
  }

  @Test
  @DisplayName("35: a refusal ends the job with its reasons")
  void tellsTheReasonsOfARefusal() {
    writeLater(
        """
        {"status":"refused","reasons":[{"id":"size","table":"note","detail":"5 bytes are missing"},
         {"id":"format","detail":"bad"}],"nulled":[]}
        """);

    assertThatThrownBy(() -> await(Duration.ofMinutes(5)))
        .isInstanceOfSatisfying(
            ExtractionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.REFUSED))
        .hasMessage(
            """
            the platform refused the extraction "20260801010000Z"; its tables stay as they were:
            size, table "note": 5 bytes are missing
            format: bad\
            """);
    assertThat(out.toString(UTF_8))
        .contains("\"status\":\"refused\"", "size, table \\\"note\\\": 5 bytes are missing\\n");
  }

  @Test
  void tellsWhichColumnsHaveNulledValues() throws Exception {
    writeLater(
        """
        {"status":"published","reasons":[],"nulled":[{"table":"note","column":"day","count":3}]}
        """);

    await(Duration.ofMinutes(5));

    assertThat(out.toString(UTF_8))
        .contains("\"status\":\"published\"", "\"nulled\":\"note.day: 3\"");
  }

  @Test
  @DisplayName("35: without a verdict in time, the data is published all the same")
  void endsInTime() throws Exception {
    await(Duration.ZERO);

    assertThat(out.toString(UTF_8))
        .contains(
            "\"status\":\"unknown\"",
            "the data is published, but the platform gave no verdict within 0 minutes\"");
  }

  @Test
  void tellsWhyItCouldNotLook() throws Exception {
    for (String operation : List.of("GetObject", "ListObjectsV2")) {
      s3.add(
          Fault.before(operation)
              .answers(
                  S3Exception.builder()
                      .statusCode(403)
                      .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
                      .build()));
    }

    await(Duration.ZERO);

    assertThat(out.toString(UTF_8))
        .contains("within 0 minutes; the last look at it failed: AccessDenied\"");
  }

  @Test
  void endsWithASignal() {
    stop.because(ExtractionException.failed("stopped by a signal"));

    assertThatThrownBy(() -> await(Duration.ofMinutes(5)))
        .isInstanceOf(ExtractionException.class)
        .hasMessage("stopped by a signal while it waited for the platform; the data is published");
  }
}
