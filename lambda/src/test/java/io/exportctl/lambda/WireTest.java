package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests the requests themselves: their headers, their number, and unusual keys. */
class WireTest {

  private static final String KEY = "new_project/file.csv";
  private static final String SOURCE = "/export-bucket/new_project/file.csv";
  private static final String TARGET = "/target-bucket/new_project/file.csv";

  private WireS3 wire;
  private S3Client client;

  @BeforeEach
  void start() throws IOException {
    wire = new WireS3();
    client = wire.client();
  }

  @AfterEach
  void stop() {
    client.close();
    wire.close();
  }

  @Test
  void movesWithThreeRequestsAndTheRightHeaders() {
    wire.answerHead().answerCopied().answerDeleted();

    assertThat(move(KEY)).isEqualTo("moved");

    assertThat(wire.lines()).containsExactly("HEAD " + SOURCE, "PUT " + TARGET, "DELETE " + SOURCE);
    WireS3.Request head = wire.requests.get(0);
    assertThat(head.header("x-amz-checksum-mode")).isEqualTo("ENABLED");
    WireS3.Request copy = wire.requests.get(1);
    assertThat(copy.header("x-amz-copy-source"))
        .isEqualTo("export-bucket/new_project/file.csv?versionId=v1");
    assertThat(copy.header("x-amz-copy-source-if-match")).isEqualTo("\"e1\"");
    assertThat(copy.header("x-amz-acl")).isEqualTo("bucket-owner-full-control");
    assertThat(copy.header("x-amz-metadata-directive")).isEqualTo("COPY");
    assertThat(copy.header("x-amz-tagging-directive")).isEqualTo("COPY");
    assertThat(copy.header("x-amz-object-annotation-directive")).isEqualTo("EXCLUDE");
    assertThat(copy.header("x-amz-storage-class")).isEqualTo("-");
    assertThat(copy.header("x-amz-server-side-encryption")).isEqualTo("-");
    WireS3.Request delete = wire.requests.get(2);
    assertThat(delete.header("If-Match")).isEqualTo("\"e1\"");
    assertThat(delete.uri()).doesNotContain("versionId");
  }

  @Test
  void sendsTheReceiversKey() {
    wire.answerHead().answerCopied().answerDeleted();
    String arn = "arn:aws:kms:eu-west-2:123456789012:key/k";

    new ObjectMover(
            Fixtures.settings(false, Optional.of(arn)),
            new KeyCalls(client, Fixtures.MOVE),
            Fixtures.TIME_ENOUGH,
            Fixtures.ONE_BY_ONE,
            new Delivery(KEY, false))
        .move();

    assertThat(wire.requests.get(1).header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(wire.requests.get(1).header("x-amz-server-side-encryption-aws-kms-key-id"))
        .isEqualTo(arn);
  }

  @Test
  void sendsTheOwnersTagsAloneWhenTheFileBearsAMark() {
    wire.answer(
            200,
            "",
            Map.of(
                "ETag", "\"e1\"",
                "x-amz-version-id", "v1",
                "Content-Length", "3",
                "x-amz-tagging-count", "2"))
        .answer(
            200,
            """
            <Tagging><TagSet><Tag><Key>a b</Key><Value>x&amp;y=é</Value></Tag>
            <Tag><Key>exportctl:delivered</Key><Value>v0</Value></Tag></TagSet></Tagging>""")
        .answerCopied()
        .answerDeleted();

    assertThat(move(KEY)).isEqualTo("moved");

    assertThat(wire.lines().get(1)).isEqualTo("GET " + SOURCE + "?tagging&versionId=v1");
    assertThat(wire.requests.get(2).header("x-amz-tagging-directive")).isEqualTo("REPLACE");
    assertThat(wire.requests.get(2).header("x-amz-tagging")).isEqualTo("a%20b=x%26y%3D%C3%A9");
  }

  @Test
  @DisplayName("13: 412 to the delete is not tried again by the SDK")
  void doesNotRepeatARefusedDelete() {
    wire.answerHead()
        .answerCopied()
        .answer(412, "<Error><Code>PreconditionFailed</Code></Error>")
        .answer(200, "<ListVersionsResult></ListVersionsResult>");

    move(KEY);

    assertThat(wire.lines().subList(2, 4))
        .containsExactly(
            "DELETE " + SOURCE,
            "GET /export-bucket?versions&encoding-type=url&prefix=new_project%2Ffile.csv");
  }

  @ParameterizedTest(name = "24: {0}")
  @CsvSource({
    "'a b',a%20b",
    "a+b,a%2Bb",
    "100%,100%25",
    "%2B,%252B",
    "é,%C3%A9",
    "\uD83D\uDE80,%F0%9F%9A%80",
    "a//b,a//b",
    "../up,../up",
    "./here/,./here/",
    "folder/,folder/",
    "'?&=#;:@,$!*''()~',%3F%26%3D%23%3B%3A%40%2C%24%21%2A%27%28%29~"
  })
  void sendsOddKeysRightInBothPlaces(String name, String encoded) {
    wire.answerHead().answerCopied().answerDeleted();

    assertThat(move("new_project/" + name)).isEqualTo("moved");

    assertThat(wire.lines())
        .containsExactly(
            "HEAD /export-bucket/new_project/" + encoded,
            "PUT /target-bucket/new_project/" + encoded,
            "DELETE /export-bucket/new_project/" + encoded);
    assertThat(wire.requests.get(1).header("x-amz-copy-source"))
        .isEqualTo("export-bucket/new_project/" + encoded + "?versionId=v1");
  }

  @Test
  @DisplayName("24: 1,024 bytes")
  void sendsTheLongestKey() {
    String key = "new_project/" + "k".repeat(1024 - "new_project/".length());
    wire.answerHead().answerCopied().answerDeleted();

    assertThat(move(key)).isEqualTo("moved");
    assertThat(wire.requests.get(1).uri()).isEqualTo("/target-bucket/" + key);
  }

  @Test
  @DisplayName("24: the list's keys are decoded")
  void findsAnOddKeyInTheList() {
    wire.answer(404, "")
        .answer(
            200,
            """
            <ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>
            <Version><Key>new_project/a+b%2Bc%01</Key><VersionId>v1</VersionId>
            <IsLatest>false</IsLatest><ETag>"e1"</ETag></Version>
            <DeleteMarker><Key>new_project/a+b%2Bc%01</Key><VersionId>v2</VersionId>
            <IsLatest>true</IsLatest></DeleteMarker></ListVersionsResult>""")
        .answerHead()
        .answerCopied()
        .answer(200, "<ListVersionsResult></ListVersionsResult>");

    new ObjectMover(
            Fixtures.MOVE,
            new KeyCalls(client, Fixtures.MOVE),
            Fixtures.TIME_ENOUGH,
            Fixtures.ONE_BY_ONE,
            new Delivery("new_project/a b+c\u0001", true))
        .move();

    assertThat(wire.lines().get(2))
        .isEqualTo("HEAD /export-bucket/new_project/a%20b%2Bc%01?versionId=v1");
  }

  @Test
  void sendsTheCopyToTheTargetsRegionAndRemembersIt() {
    wire.answerHead()
        .answer(
            301,
            "<Error><Code>PermanentRedirect</Code></Error>",
            Map.of("x-amz-bucket-region", "us-east-1"))
        .answerCopied()
        .answerDeleted()
        .answerHead()
        .answerCopied()
        .answerDeleted();

    assertThat(move(KEY)).isEqualTo("moved");
    assertThat(move(KEY)).isEqualTo("moved");

    assertThat(wire.requests.stream().map(it -> it.method() + " " + regionOf(it)))
        .containsExactly(
            "HEAD eu-west-2",
            "PUT eu-west-2",
            "PUT us-east-1",
            "DELETE eu-west-2",
            "HEAD eu-west-2",
            "PUT us-east-1",
            "DELETE eu-west-2");
  }

  @Test
  void takesARefusalThatNamesTheRegionForAnAnswer() {
    wire.answerHead()
        .answer(
            412,
            "<Error><Code>PreconditionFailed</Code></Error>",
            Map.of("x-amz-bucket-region", "eu-west-2"))
        .answer(404, "");

    move(KEY);

    assertThat(wire.requests.stream().map(WireS3.Request::method))
        .startsWith("HEAD", "PUT", "HEAD");
  }

  private static String regionOf(WireS3.Request request) {
    return request.header("Authorization").replaceFirst(".*Credential=a/\\d+/([^/]+)/.*", "$1");
  }

  private String move(String key) {
    Outcome outcome =
        new ObjectMover(
                Fixtures.MOVE,
                new KeyCalls(client, Fixtures.MOVE),
                Fixtures.TIME_ENOUGH,
                Fixtures.ONE_BY_ONE,
                new Delivery(key, false))
            .move();
    return outcome.reason().isEmpty()
        ? outcome.action().label()
        : outcome.action().label() + ": " + outcome.reason();
  }
}
