package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests the sweep over HTTP: its listing, and the certainty of refusals. */
class SweepWireTest {

  private static final String PAGE =
      """
      <ListBucketResult><EncodingType>url</EncodingType>%s
      <Contents><Key>%s</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>
      </ListBucketResult>""";

  private WireS3 wire;
  private S3Client client;
  private FunctionUnderTest function;

  @BeforeEach
  void start() throws IOException {
    wire = new WireS3();
    client = wire.client();
    function = new FunctionUnderTest(client);
  }

  @AfterEach
  void stop() {
    client.close();
    wire.close();
  }

  @Test
  void listsItsOwnPrefixPageByPageAndDecodesKeys() {
    String more =
        "<IsTruncated>true</IsTruncated><NextContinuationToken>t+/=</NextContinuationToken>";
    wire.answer(200, PAGE.formatted(more, "new_project/%01%20a%2Bb%252B"))
        .answer(200, PAGE.formatted("<IsTruncated>false</IsTruncated>", "new_project/%C3%BC"));

    assertThat(function.handle(record("m1", "{\"sweep\":{}}", 1))).isEqualTo(ALL_DONE);

    assertThat(wire.lines().get(0))
        .startsWith("GET /export-bucket?")
        .contains("list-type=2", "prefix=new_project%2F", "encoding-type=url")
        .doesNotContain("delimiter", "continuation-token");
    assertThat(wire.lines().get(1)).contains("continuation-token=t%2B%2F%3D");
    assertThat(function.queues.take().stream().map(it -> ((ObjectCreated) Task.parse(it)).key()))
        .containsExactly("new_project/\u0001 a+b%2B", "new_project/ü");
  }

  @Test
  void goesOnAfterAPageThatIsEmpty() {
    wire.answer(
            200,
            "<ListBucketResult><IsTruncated>true</IsTruncated>"
                + "<NextContinuationToken>t</NextContinuationToken></ListBucketResult>")
        .answer(200, PAGE.formatted("", "new_project/a"));

    function.handle(record("m1", "{\"sweep\":{}}", 1));

    assertThat(function.queues.take()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} after {1} times 500")
  @CsvSource({"403,0,forgotten", "403,1,kept", "500,3,kept"})
  void forgetsAHintOnlyAfterAPlainRefusal(int status, int doubts, String end) {
    wire.answerHead();
    for (int i = 0; i < doubts; i++) {
      wire.answer(500, "<Error><Code>InternalError</Code></Error>");
    }
    wire.answer(status, "<Error><Code>AccessDenied</Code></Error>");
    String hint = ObjectCreated.hint("export-bucket", "new_project/a", function.now);

    String answer = function.handle(record("m1", hint, 1));

    assertThat(answer.equals(ALL_DONE) ? "forgotten" : "kept")
        .as(function.log.get(0))
        .isEqualTo(end);
  }
}
