package io.exportctl.landing.extractor.sink;

import io.exportctl.landing.extractor.fault.ExtractionException;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A prefix of a bucket.
 *
 * @param prefix empty, or with a slash at its end
 */
public record S3Destination(S3Client s3, String bucket, String prefix, S3Retries retries)
    implements Destination {

  @Override
  public void check(String key) throws IOException {
    try {
      begin(key).abort();
    } catch (IOException e) {
      if (e.getCause() instanceof S3Exception s3Exception && s3Exception.statusCode() / 100 == 4) {
        throw ExtractionException.usage(
            ("may not write to s3://%s/%s: %s; `exportctl handshake` prints the rights that the"
                    + " service's role needs")
                .formatted(bucket, prefix, S3Retries.code(s3Exception)),
            e);
      }
      throw e;
    }
  }

  @Override
  public Upload begin(String key) throws IOException {
    String whole = prefix + key;
    String id =
        retries.run(
            "cannot begin the upload of " + whole,
            attempt -> s3.createMultipartUpload(it -> it.bucket(bucket).key(whole)).uploadId());
    return new S3Upload(this, whole, id);
  }

  /**
   * Reads a small object.
   *
   * @return nothing if there is none
   */
  public Optional<byte[]> find(String key, int maxBytes) throws IOException {
    String range = "bytes=0-" + (maxBytes - 1);
    try {
      return Optional.of(
          s3.getObjectAsBytes(it -> it.bucket(bucket).key(prefix + key).range(range))
              .asByteArray());
    } catch (S3Exception e) {
      if (e.statusCode() == 404 || (e.statusCode() == 403 && isMissing(prefix + key))) {
        return Optional.empty();
      }
      throw new IOException(S3Retries.code(e), e);
    } catch (SdkException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Asks for an object by a listing, in which a key comes before all longer ones: a role that may
   * list a part of a bucket only gets 403 for a missing object, as for one that it may not read.
   */
  private boolean isMissing(String key) throws IOException {
    try {
      return s3.listObjectsV2(it -> it.bucket(bucket).prefix(key).maxKeys(1)).contents().stream()
          .noneMatch(object -> object.key().equals(key));
    } catch (S3Exception e) {
      throw new IOException(S3Retries.code(e), e);
    } catch (SdkException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    String whole = prefix + key;
    retries.run(
        "cannot write " + whole,
        attempt -> {
          try {
            return S3Retries.present(
                s3.putObject(
                        it -> it.bucket(bucket).key(whole).ifNoneMatch("*"),
                        RequestBody.fromBytes(content))
                    .eTag());
          } catch (S3Exception e) {
            if (e.statusCode() == 412 && attempt > 1) {
              // Written by an attempt without an answer: nobody else uses this timestamp.
              return "";
            }
            throw e;
          }
        });
  }
}
