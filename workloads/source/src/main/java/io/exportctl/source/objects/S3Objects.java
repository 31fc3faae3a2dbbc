package io.exportctl.source.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** Objects of an S3 bucket, written on condition that there are none, with their SHA-256. */
public final class S3Objects implements ObjectStore {

  /** The tag by which the lifecycle of the bucket finds them. */
  private static final Tag DISCARDED = Tag.builder().key("state").value("discarded").build();

  private static final int NOT_FOUND = 404;
  private static final int EXISTS = 412;

  private final S3Client s3;
  private final String bucket;

  public S3Objects(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public boolean put(String key, Path file) throws IOException {
    try {
      s3.putObject(
          it ->
              it.bucket(bucket)
                  .key(key)
                  .ifNoneMatch("*")
                  .checksumAlgorithm(ChecksumAlgorithm.SHA256),
          RequestBody.fromFile(file));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == EXISTS) {
        return false;
      }
      throw new IOException(e);
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return s3.getObject(it -> it.bucket(bucket).key(key));
    } catch (NoSuchKeyException e) {
      throw new NoSuchFileException(key);
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  /** Marks the object; the lifecycle of the bucket deletes it, which the service may not. */
  @Override
  public void discard(String key) throws IOException {
    try {
      s3.putObjectTagging(it -> it.bucket(bucket).key(key).tagging(tags -> tags.tagSet(DISCARDED)));
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  @Override
  public boolean exists(String key) throws IOException {
    try {
      s3.headObject(it -> it.bucket(bucket).key(key));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return false;
      }
      throw new IOException(e);
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  @Override
  public List<Entry> list(String prefix) throws IOException {
    try {
      return s3.listObjectsV2Paginator(it -> it.bucket(bucket).prefix(prefix)).contents().stream()
          .map(it -> new Entry(it.key(), it.size()))
          .sorted(Comparator.comparing(Entry::key))
          .toList();
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }
}
