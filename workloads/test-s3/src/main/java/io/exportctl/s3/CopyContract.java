package io.exportctl.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AnnotationDirective;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** The behaviour of S3's copies that our programs depend on. */
abstract class CopyContract extends ServerTest {

  @Test
  void copiesTheVersionThatIsNamed() {
    String first = write("one");
    write("two");

    client().copyObject(copy(first).build());

    assertThat(read(TARGET)).isEqualTo("one");
  }

  @Test
  void copyIsProvenByEtagAndChecksum() {
    String version = write("one");

    CopyObjectResponse copied = client().copyObject(copy(version).build());

    assertThat(copied.copyObjectResult().eTag()).isEqualTo(head(EXPORT).eTag());
    assertThat(copied.copyObjectResult().checksumCRC32())
        .isNotNull()
        .isEqualTo(head(EXPORT).checksumCRC32());
  }

  @Test
  void copyIsRefusedWhenTheSourcesEtagIsAnother() {
    String version = write("one");

    assertRefused(412, () -> client().copyObject(copy(version).copySourceIfMatch("\"x\"").build()));
  }

  @Test
  void copyOfAVersionThatIsNotThereIs404() {
    write("one");

    assertRefused(404, () -> client().copyObject(copy("v999999").build()));
  }

  @Test
  void copyToABucketThatIsNotThereIsNoSuchBucket() {
    String version = write("one");

    assertThatThrownBy(
            () -> client().copyObject(copy(version).destinationBucket("no-such-bucket").build()))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NoSuchBucket"));
  }

  @Test
  void copyCarriesMetadataAndHeaders() {
    String version = write("one");

    client().copyObject(copy(version).build());

    assertThat(head(TARGET).metadata()).isEqualTo(Map.of("from", "one"));
    assertThat(head(TARGET).contentType()).isEqualTo("text/csv");
    assertThat(head(TARGET).cacheControl()).isEqualTo("no-store");
  }

  @Test
  void copyCarriesTags() {
    String version = write("one", "a%20b=x%26y");

    client().copyObject(copy(version).build());

    assertThat(tags(TARGET, null)).containsExactly(tag("a b", "x&y"));
  }

  @Test
  void copyReplacesTagsWhenTold() {
    String version = write("one", "a=b&exportctl:delivered=v");

    client()
        .copyObject(
            copy(version).taggingDirective(TaggingDirective.REPLACE).tagging("a=b").build());

    assertThat(tags(TARGET, null)).containsExactly(tag("a", "b"));
  }

  @Test
  void copyTakesAclAndAnnotationDirective() {
    String version = write("one");

    client()
        .copyObject(
            copy(version)
                .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
                .annotationDirective(AnnotationDirective.EXCLUDE)
                .build());

    assertThat(read(TARGET)).isEqualTo("one");
  }

  @Test
  void copyMindsIfNoneMatchAtTheTarget() {
    String version = write("one");
    client().copyObject(copy(version).build());

    assertRefused(412, () -> client().copyObject(copy(version).ifNoneMatch("*").build()));
  }

  @Test
  void copyMindsIfMatchAtTheTarget() {
    String version = write("one");
    client().copyObject(copy(version).build());

    assertRefused(412, () -> client().copyObject(copy(version).ifMatch("\"x\"").build()));
  }

  @Test
  void refusesABucketOfAnotherOwner() {
    String version = write("one");

    assertRefused(
        403, () -> client().copyObject(copy(version).expectedBucketOwner("999999999999").build()));
  }

  @Test
  void refusesASourceOfAnotherOwner() {
    String version = write("one");

    assertRefused(
        403,
        () -> client().copyObject(copy(version).expectedSourceBucketOwner("999999999999").build()));
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a> on
   * objects with customer-provided keys, and on errors, which are told by the status alone.
   */
  @Test
  void headAndCopyOfAFileWithACustomersKeyAre400() {
    String version = writeWithCustomersKey();

    assertRefused(400, () -> client().headObject(it -> it.bucket(EXPORT).key(key)));
    assertRefused(400, () -> client().copyObject(copy(version).build()));
  }

  private String writeWithCustomersKey() {
    byte[] bytes = new byte[32];
    return client()
        .putObject(
            it ->
                it.bucket(EXPORT)
                    .key(key)
                    .sseCustomerAlgorithm("AES256")
                    .sseCustomerKey(Base64.getEncoder().encodeToString(bytes))
                    .sseCustomerKeyMD5("cLyPS3KoaSFGi/joRB3OUQ=="),
            RequestBody.fromString("one"))
        .versionId();
  }
}
