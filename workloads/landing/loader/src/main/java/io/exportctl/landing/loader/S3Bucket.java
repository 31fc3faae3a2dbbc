package io.exportctl.landing.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket with the few calls that the loader makes. S3 refuses them all if the bucket belongs to
 * another account.
 */
final class S3Bucket {

  private static final int BUFFER = 1 << 16;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final String name;
  private final String owner;

  /**
   * Creates a bucket.
   *
   * @param owner id of the account to which it must belong
   */
  S3Bucket(S3Client s3, String name, String owner) {
    this.s3 = s3;
    this.name = name;
    this.owner = owner;
  }

  /**
   * Bytes that were downloaded.
   *
   * @param sha256 in lower-case hexadecimal digits
   */
  record Download(long bytes, String sha256) {}

  String uri(String key) {
    return "s3://%s/%s".formatted(name, key);
  }

  /**
   * Size of an object in bytes, if it exists. Asks by a listing, in which a key comes before all
   * longer ones: a function that may list a part of a bucket only gets <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">403</a> for a
   * missing object, as for one that it may not read.
   */
  OptionalLong size(String key) {
    ListObjectsV2Response first =
        s3.listObjectsV2(it -> it.bucket(name).expectedBucketOwner(owner).prefix(key).maxKeys(1));
    return first.contents().stream()
        .filter(object -> object.key().equals(key))
        .mapToLong(S3Object::size)
        .findFirst();
  }

  /**
   * Reads an object if it exists.
   *
   * @param limit maximum number of bytes that are returned
   */
  Optional<byte[]> read(String key, int limit) throws IOException {
    try (InputStream content = s3.getObject(get(key))) {
      return Optional.of(content.readNBytes(limit));
    } catch (S3Exception e) {
      if (size(key).isEmpty()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Writes an object's bytes to a file. */
  Download download(String key, Path file) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream content = s3.getObject(get(key));
        OutputStream output = Files.newOutputStream(file)) {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        digest.update(buffer, 0, count);
        output.write(buffer, 0, count);
        bytes += count;
      }
    }
    return new Download(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  void upload(String key, Path file, Map<String, String> metadata) {
    s3.putObject(
        it -> it.bucket(name).key(key).expectedBucketOwner(owner).metadata(metadata),
        RequestBody.fromFile(file));
  }

  void write(String key, byte[] content) {
    s3.putObject(
        it -> it.bucket(name).key(key).expectedBucketOwner(owner), RequestBody.fromBytes(content));
  }

  /** Writes an object unless there is one; returns false if there is. */
  boolean create(String key, byte[] content) {
    try {
      s3.putObject(
          it -> it.bucket(name).key(key).expectedBucketOwner(owner).ifNoneMatch("*"),
          RequestBody.fromBytes(content));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  /** Deletes an object if it exists. */
  void delete(String key) {
    s3.deleteObject(it -> it.bucket(name).key(key).expectedBucketOwner(owner));
  }

  /** Lists all objects whose keys begin with the prefix. */
  List<S3Object> list(String prefix) {
    List<S3Object> objects = new ArrayList<>();
    String token = null;
    do {
      ListObjectsV2Response page =
          s3.listObjectsV2(
              ListObjectsV2Request.builder()
                  .bucket(name)
                  .expectedBucketOwner(owner)
                  .prefix(prefix)
                  .continuationToken(token)
                  .build());
      objects.addAll(page.contents());
      token = page.nextContinuationToken();
    } while (token != null);
    return objects;
  }

  private GetObjectRequest get(String key) {
    return GetObjectRequest.builder().bucket(name).key(key).expectedBucketOwner(owner).build();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
