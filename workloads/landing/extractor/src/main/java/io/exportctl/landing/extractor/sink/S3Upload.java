package io.exportctl.landing.extractor.sink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A multipart upload that is completed only when the whole extraction is there. While a part is
 * sent, the next one is filled: two buffers are all its memory.
 */
final class S3Upload extends Upload {

  /** Size of the parts in bytes; S3 allows 10,000 parts of at least 5 MiB. */
  static final int PART_BYTES = 8 * 1024 * 1024;

  /** Size of the first buffer in bytes, which is enough for many tables. */
  private static final int FIRST_BYTES = 64 * 1024;

  private final S3Destination destination;
  private final String key;
  private final String id;
  private final List<CompletedPart> parts = new ArrayList<>();
  private final PartSender sender = new PartSender();
  private byte[] buffer = new byte[FIRST_BYTES];
  private byte[] spare = new byte[0];
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
      if (size == buffer.length) {
        makeRoom();
      }
      int count = Math.min(length - done, buffer.length - size);
      System.arraycopy(bytes, offset + done, buffer, size, count);
      size += count;
      done += count;
    }
  }

  private void makeRoom() throws IOException {
    if (buffer.length < PART_BYTES) {
      buffer = Arrays.copyOf(buffer, Math.min(PART_BYTES, buffer.length * 8));
      return;
    }
    sender.await().ifPresent(parts::add);
    byte[] full = buffer;
    int number = parts.size() + 1;
    sender.start(() -> send(number, full, full.length));
    buffer = spare.length == 0 ? new byte[PART_BYTES] : spare;
    spare = full;
    size = 0;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    sender.await().ifPresent(parts::add);
    if (size > 0 || parts.isEmpty()) {
      parts.add(send(parts.size() + 1, buffer, size));
    }
    release();
  }

  private void release() {
    buffer = new byte[0];
    spare = new byte[0];
  }

  private CompletedPart send(int number, byte[] content, int length) throws IOException {
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(content, 0, length), length, "application/octet-stream");
    String etag =
        destination
            .retries()
            .run(
                "cannot upload part %d of %s".formatted(number, key),
                attempt ->
                    S3Retries.present(
                        destination
                            .s3()
                            .uploadPart(
                                it ->
                                    it.bucket(destination.bucket())
                                        .key(key)
                                        .uploadId(id)
                                        .partNumber(number),
                                body)
                            .eTag()));
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  @Override
  public void complete() throws IOException {
    destination.retries().run("cannot complete " + key, this::completeOnce);
    completed = true;
  }

  private String completeOnce(int attempt) {
    try {
      return S3Retries.present(
          destination
              .s3()
              .completeMultipartUpload(
                  it ->
                      it.bucket(destination.bucket())
                          .key(key)
                          .uploadId(id)
                          .ifNoneMatch("*")
                          .multipartUpload(upload -> upload.parts(parts)))
              .eTag());
    } catch (S3Exception e) {
      // An earlier attempt completed it and its answer was lost: nobody else uses this timestamp,
      // and the loader compares the object with its hash in the manifest.
      if (attempt > 1 && (e.statusCode() == 412 || e instanceof NoSuchUploadException)) {
        return "";
      }
      throw e;
    }
  }

  @Override
  public void abort() throws IOException {
    closed = true;
    // A part that arrives after the end of the upload would stay.
    sender.cancel();
    release();
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
