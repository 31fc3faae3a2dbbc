package io.exportctl.aws;

import io.exportctl.dataset.Backlog.StoredFile;
import io.exportctl.dataset.Backlog.StoredFiles;
import io.exportctl.diagnostic.ExportctlException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets of S3 and their files. */
public final class Buckets implements StoredFiles {

  private static final int MOST_TEXT = 1024 * 1024;

  private final S3Client s3;

  Buckets(S3Client s3) {
    this.s3 = s3;
  }

  /** Returns the Region of a bucket; empty if there is no such bucket. */
  public Answer<Optional<String>> region(String bucket) {
    return existing(
        "s3:ListBucket", () -> s3.headBucket(request -> request.bucket(bucket)).bucketRegion());
  }

  /** Returns true if a bucket belongs to an account; empty if there is no such bucket. */
  public Answer<Optional<Boolean>> isOwnedBy(String account, String bucket) {
    return existing(
        "s3:ListBucket",
        () -> {
          s3.headBucket(request -> request.bucket(bucket).expectedBucketOwner(account));
          return true;
        });
  }

  /** Returns true if a bucket has a file. */
  public Answer<Boolean> has(String bucket, String key) {
    return existing("s3:GetObject", () -> s3.headObject(request -> request.bucket(bucket).key(key)))
        .map(Optional::isPresent);
  }

  @Override
  public List<StoredFile> list(String bucket, String prefix) {
    return existing(
            "s3:ListBucket",
            () ->
                s3
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
                    .map(object -> new StoredFile(object.key(), object.lastModified()))
                    .toList())
        .orFail()
        .orElseThrow(
            () ->
                new ExportctlException(
                    "there is no bucket "
                        + bucket
                        + "; is the dataset deployed? see exportctl status"));
  }

  @Override
  public Optional<String> text(String bucket, String key) {
    return existing(
            "s3:GetObject",
            () ->
                new String(
                    s3.getObjectAsBytes(
                            request ->
                                request.bucket(bucket).key(key).range("bytes=0-" + (MOST_TEXT - 1)))
                        .asByteArray(),
                    StandardCharsets.UTF_8))
        .orFail();
  }

  @Override
  public boolean hasTag(String bucket, String key, String tag) {
    return Calls.demand(
        "s3:GetObjectTagging",
        () ->
            s3.getObjectTagging(request -> request.bucket(bucket).key(key)).tagSet().stream()
                .anyMatch(one -> one.key().equals(tag)));
  }

  /** Removes a file, or nothing if there is none. */
  public Answer<Boolean> delete(String bucket, String key) {
    return Calls.ask(
        "s3:DeleteObject",
        () -> {
          s3.deleteObject(request -> request.bucket(bucket).key(key));
          return true;
        });
  }

  /** Writes a file that must not exist yet. */
  public Answer<Boolean> put(String bucket, String key, String text) {
    return Calls.ask(
        "s3:PutObject",
        () -> {
          s3.putObject(
              request -> request.bucket(bucket).key(key).ifNoneMatch("*"),
              RequestBody.fromString(text));
          return true;
        });
  }

  /** Reads a file of ours back. */
  public Answer<Optional<String>> get(String bucket, String key) {
    return existing(
        "s3:GetObject",
        () -> s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String());
  }

  private static <T> Answer<Optional<T>> existing(String action, Supplier<T> call) {
    return Calls.ask(
        action,
        () -> {
          try {
            return Optional.of(call.get());
          } catch (S3Exception e) {
            if (Calls.isMissing(e)) {
              return Optional.<T>empty();
            }
            throw e;
          }
        });
  }
}
