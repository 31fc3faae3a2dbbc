package io.exportctl.landing.extractor.sink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A multipart upload that is completed only when the whole extraction is there. */
final class S3Upload extends Upload {

  /** Size of the parts in bytes; S3 allows 10,000 parts of at least 5 MiB. */
  static final int PART_BYTES = 8 * 1024 * 1024;

  private final S3Destination destination;
  private final String key;
  private final String id;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer = new byte[PART_BYTES];
  private int size;
  private boolean closed;
  private boolean completed;

  S3Upload(S3Destination destination, String key, String id) {
    this.destination = destination;
    this.key = key;
    this.id = id;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("the upload of " + key + " has ended");
    }
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, buffer.length - size);
      System.arraycopy(bytes, offset + done, buffer, size, count);
      size += count;
      done += count;
      if (size == buffer.length) {
        send();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (size > 0 || parts.isEmpty()) {
      send();
    }
    buffer = new byte[0];
  }

  private void send() throws IOException {
    int number = parts.size() + 1;
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(buffer, 0, size), size, "application/octet-stream");
    String etag =
        destination
            .retries()
            .run(
                "cannot upload part %d of %s".formatted(number, key),
                attempt ->
                    destination
                        .s3()
                        .uploadPart(
                            it ->
                                it.bucket(destination.bucket())
                                    .key(key)
                                    .uploadId(id)
                                    .partNumber(number),
                            body)
                        .eTag());
    parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    size = 0;
  }

  @Override
  public void complete() throws IOException {
    destination.retries().run("cannot complete " + key, this::completeOnce);
    completed = true;
  }

  private Boolean completeOnce(int attempt) {
    try {
      destination
          .s3()
          .completeMultipartUpload(
              it ->
                  it.bucket(destination.bucket())
                      .key(key)
                      .uploadId(id)
                      .ifNoneMatch("*")
                      .multipartUpload(upload -> upload.parts(parts)));
      return true;
    } catch (S3Exception e) {
      // An earlier attempt completed it and its answer was lost: nobody else uses this timestamp,
      // and the loader compares the object with its hash in the manifest.
      if (attempt > 1 && (e.statusCode() == 412 || e instanceof NoSuchUploadException)) {
        return true;
      }
      throw e;
    }
  }

  @Override
  public void abort() throws IOException {
    buffer = new byte[0];
    closed = true;
    if (completed) {
      return;
    }
    destination
        .retries()
        .run(
            "cannot abort the upload of " + key,
            attempt -> {
              try {
                return destination
                    .s3()
                    .abortMultipartUpload(
                        it -> it.bucket(destination.bucket()).key(key).uploadId(id));
              } catch (NoSuchUploadException e) {
                return null;
              }
            });
  }
}
