package io.exportctl.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** Requests and assertions for tests that run on any S3 server. */
public abstract class ServerTest {

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

  protected final String write(String body) {
    return write(body, "");
  }

  protected final String write(String body, String tags) {
    return put(key, body, tags);
  }

  final String put(String name, String body, String tags) {
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

  final String delete() {
    String etag = head(EXPORT).eTag();
    return client().deleteObject(it -> it.bucket(EXPORT).key(key).ifMatch(etag)).versionId();
  }

  final ListObjectVersionsResponse versions() {
    return client()
        .listObjectVersions(it -> it.bucket(EXPORT).prefix(key).encodingType(EncodingType.URL));
  }
}
