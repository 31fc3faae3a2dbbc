package io.exportctl.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AnnotationDirective;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/**
 * The behaviour of S3 that our programs depend on, a test for each fact; docs/mover.md lists them.
 * It runs on several servers, each of which declares its {@link Deviations}.
 */
public abstract class S3Contract {

  protected static final String EXPORT = FaultS3.EXPORT;
  protected static final String TARGET = FaultS3.TARGET;

  /** A new key for each test, so that one server can serve all of them. */
  protected String key;

  /** Returns a client that is connected to the server under test. */
  protected abstract S3Client client();

  @BeforeEach
  void takeANewKey() {
    key = "new_project/" + getClass().getSimpleName() + System.nanoTime();
  }

  @Test
  void headTellsVersionEtagAndSize() {
    String version = write("one");

    HeadObjectResponse head = head(EXPORT);

    assertThat(head.versionId()).isEqualTo(version);
    assertThat(head.eTag()).isEqualTo("\"f97c5d29941bfb1b2fdab0874906ab82\"");
    assertThat(head.contentLength()).isEqualTo(3);
  }

  @Test
  void headTellsTheNumberOfTags() {
    write("one", "a=b&c=d");

    assertThat(head(EXPORT).tagCount()).isEqualTo(2);
  }

  @Test
  void headOfAKeyThatIsNotThereIs404() {
    assertRefused(404, () -> head(EXPORT));
  }

  @Test
  void headOfADeletedKeyIs404() {
    write("one");
    delete();

    assertRefused(404, () -> head(EXPORT));
  }

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
  void conditionalDeletePutsAMarkerAndKeepsTheBytes() {
    String version = write("one");

    assertThat(delete()).isNotEqualTo(version);

    assertThat(versions().deleteMarkers().stream().map(DeleteMarkerEntry::isLatest))
        .containsExactly(true);
    assertThat(versions().versions().stream().map(ObjectVersion::versionId))
        .containsExactly(version);
  }

  @Test
  void aDeletedVersionCanStillBeLookedAtAndCopied() {
    String version = write("one");
    delete();

    assertThat(client().headObject(it -> it.bucket(EXPORT).key(key).versionId(version)).eTag())
        .isNotNull();
    client().copyObject(copy(version).build());
    assertThat(read(TARGET)).isEqualTo("one");
  }

  @Test
  void deleteIsRefusedWhenTheEtagIsAnother() {
    write("one");
    String old = head(EXPORT).eTag();
    write("two");

    assertRefused(412, () -> client().deleteObject(it -> it.bucket(EXPORT).key(key).ifMatch(old)));
    assertThat(read(EXPORT)).isEqualTo("two");
  }

  @Test
  void conditionalDeleteOfADeletedKeyIs404() {
    write("one");
    String etag = head(EXPORT).eTag();
    delete();

    assertRefused(404, () -> client().deleteObject(it -> it.bucket(EXPORT).key(key).ifMatch(etag)));
    assertThat(versions().deleteMarkers()).hasSize(1);
  }

  @Test
  void listsVersionsTheNewestFirstPageByPage() {
    List<String> written = List.of(write("one"), write("two"), write("three"));

    ListObjectVersionsResponse page =
        client().listObjectVersions(it -> it.bucket(EXPORT).prefix(key).maxKeys(2));
    ListObjectVersionsResponse rest =
        client()
            .listObjectVersions(
                it ->
                    it.bucket(EXPORT)
                        .prefix(key)
                        .keyMarker(page.nextKeyMarker())
                        .versionIdMarker(page.nextVersionIdMarker()));

    assertThat(page.isTruncated()).isTrue();
    assertThat(rest.isTruncated()).isFalse();
    List<ObjectVersion> listed = new ArrayList<>(page.versions());
    listed.addAll(rest.versions());
    assertThat(listed.stream().map(ObjectVersion::versionId))
        .containsExactly(written.get(2), written.get(1), written.get(0));
    assertThat(listed.stream().map(ObjectVersion::isLatest)).containsExactly(true, false, false);
    assertThat(listed.get(0).eTag()).isEqualTo(head(EXPORT).eTag());
  }

  @Test
  void listsWhatIsCurrentPageByPage() {
    String prefix = key + "/";
    for (String name : List.of("c", "a", "b")) {
      put(prefix + name, "one", "");
    }

    assertThat(
            client()
                .listObjectsV2Paginator(it -> it.bucket(EXPORT).prefix(prefix).maxKeys(2))
                .contents()
                .stream()
                .map(S3Object::key))
        .containsExactly(prefix + "a", prefix + "b", prefix + "c");
  }

  @Test
  void tagsAVersionThatIsNotCurrent() {
    String version = write("one", "a=b");
    write("two");

    client()
        .putObjectTagging(
            it ->
                it.bucket(EXPORT)
                    .key(key)
                    .versionId(version)
                    .tagging(all -> all.tagSet(tag("c", "d"))));

    assertThat(tags(EXPORT, version)).containsExactly(tag("c", "d"));
    assertThat(head(EXPORT).tagCount()).isIn(null, 0);
  }

  @ParameterizedTest(name = "takesOddKeys: {0}")
  @ValueSource(
      strings = {
        "a b",
        "a+b",
        "100%",
        "%2B",
        "é\uD83D\uDE80",
        "a//b",
        "../up",
        "folder/",
        "?&=#;:@"
      })
  void takesOddKeys(String name) {
    key = key + "/" + name;
    String version = write("one");

    client().copyObject(copy(version).build());
    delete();

    assertThat(read(TARGET)).isEqualTo("one");
    assertThat(versions().versions().stream().map(ObjectVersion::key)).containsExactly(key);
  }

  protected final String write(String body) {
    return write(body, "");
  }

  protected final String write(String body, String tags) {
    return put(key, body, tags);
  }

  private String put(String name, String body, String tags) {
    return client()
        .putObject(
            it ->
                it.bucket(EXPORT)
                    .key(name)
                    .contentType("text/csv")
                    .cacheControl("no-store")
                    .metadata(Map.of("from", body))
                    .tagging(tags.isEmpty() ? null : tags),
            RequestBody.fromString(body))
        .versionId();
  }

  protected final CopyObjectRequest.Builder copy(String version) {
    return CopyObjectRequest.builder()
        .sourceBucket(EXPORT)
        .sourceKey(key)
        .sourceVersionId(version)
        .destinationBucket(TARGET)
        .destinationKey(key);
  }

  protected final HeadObjectResponse head(String bucket) {
    return client().headObject(it -> it.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
  }

  protected final String read(String bucket) {
    return client().getObjectAsBytes(it -> it.bucket(bucket).key(key)).asUtf8String();
  }

  protected final List<Tag> tags(String bucket, String version) {
    return client().getObjectTagging(it -> it.bucket(bucket).key(key).versionId(version)).tagSet();
  }

  protected static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  protected static void assertRefused(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }

  private String delete() {
    String etag = head(EXPORT).eTag();
    return client().deleteObject(it -> it.bucket(EXPORT).key(key).ifMatch(etag)).versionId();
  }

  private ListObjectVersionsResponse versions() {
    return client()
        .listObjectVersions(it -> it.bucket(EXPORT).prefix(key).encodingType(EncodingType.URL));
  }
}
