package io.exportctl.s3;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Requests about multipart uploads. */
record Uploads(State state) {

  private static final int MAX_PARTS = 10_000;

  /** Minimum size of a part except the last one, in bytes. */
  private static final long SMALLEST_PART = 5L << 20;

  CreateMultipartUploadResponse create(CreateMultipartUploadRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    ChecksumAlgorithm algorithm = State.algorithm(request);
    boolean composite =
        request.checksumType() == null
            ? algorithm != ChecksumAlgorithm.CRC64_NVME
            : request.checksumType() == ChecksumType.COMPOSITE;
    if (composite == (algorithm == ChecksumAlgorithm.CRC64_NVME)
        && (composite || algorithm.toString().startsWith("SHA"))) {
      throw Answers.refusal(400, "InvalidRequest", "no such type of this checksum algorithm");
    }
    long order = state.next();
    Upload upload =
        new Upload(
            "upload" + order,
            request.key(),
            State.versionId(bucket, order),
            order,
            state.clock.instant(),
            algorithm,
            composite,
            Attributes.of(request),
            Attributes.tags(request.tagging()),
            new TreeMap<>());
    bucket.uploads.put(upload.id(), upload);
    return CreateMultipartUploadResponse.builder()
        .bucket(request.bucket())
        .key(request.key())
        .uploadId(upload.id())
        .checksumAlgorithm(algorithm)
        .checksumType(composite ? ChecksumType.COMPOSITE : ChecksumType.FULL_OBJECT)
        .build();
  }

  UploadPartResponse upload(UploadPartRequest request, Content content) {
    Upload upload = find(request.bucket(), request.uploadId());
    State.checkSums(request, content);
    put(upload, request.partNumber(), content);
    return State.tell(sum(upload, content), UploadPartResponse.builder())
        .eTag(Upload.etag(content))
        .build();
  }

  CompleteMultipartUploadResponse complete(CompleteMultipartUploadRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    Upload upload = find(request.bucket(), request.uploadId());
    List<Content> parts = parts(upload, request.multipartUpload().parts());
    Content content = Content.join(parts);
    if (request.mpuObjectSize() != null && request.mpuObjectSize() != content.size()) {
      throw Answers.refusal(400, "InvalidRequest", "the size is not that of the parts");
    }
    bucket.check(request.key(), request.ifMatch(), request.ifNoneMatch());
    boolean startedCounts = bucket.versioning == Bucket.Versioning.ENABLED;
    StoredVersion.Sum sum =
        upload.composite()
            ? new StoredVersion.Sum(
                upload.algorithm(), Digests.composite(upload.algorithm(), parts))
            : sum(upload, content);
    StoredVersion version =
        new StoredVersion(
            upload.key(),
            startedCounts ? upload.versionId() : "null",
            startedCounts ? upload.order() : state.next(),
            state.clock.instant(),
            Optional.of(content),
            '"' + Digests.ofParts(parts) + '"',
            sum,
            upload.attributes(),
            upload.tags());
    bucket.add(version);
    bucket.uploads.remove(upload.id());
    return State.tell(sum, CompleteMultipartUploadResponse.builder())
        .bucket(request.bucket())
        .key(request.key())
        .location("/" + request.bucket() + "/" + request.key())
        .eTag(version.etag())
        .versionId(State.told(bucket, version.versionId()))
        .build();
  }

  AbortMultipartUploadResponse abort(AbortMultipartUploadRequest request) {
    Upload upload = find(request.bucket(), request.uploadId());
    state.bucket(request.bucket()).uploads.remove(upload.id());
    return AbortMultipartUploadResponse.builder().build();
  }

  Upload find(String bucket, String id) {
    return Optional.ofNullable(state.bucket(bucket).uploads.get(id))
        .orElseThrow(() -> Answers.refusal(404, "NoSuchUpload"));
  }

  void put(Upload upload, int number, Content content) {
    if (number < 1 || number > MAX_PARTS) {
      throw Answers.refusal(400, "InvalidArgument", "part numbers go from 1 to 10000");
    }
    upload.parts().put(number, content);
  }

  static StoredVersion.Sum sum(Upload upload, Content content) {
    return new StoredVersion.Sum(upload.algorithm(), content.digests().of(upload.algorithm()));
  }

  private static List<Content> parts(Upload upload, List<CompletedPart> named) {
    if (named.isEmpty()) {
      throw Answers.refusal(400, "MalformedXML");
    }
    int last = 0;
    for (CompletedPart part : named) {
      if (part.partNumber() <= last) {
        throw Answers.refusal(400, "InvalidPartOrder");
      }
      last = part.partNumber();
      Content there = upload.parts().get(last);
      if (there == null
          || !Upload.etag(there).replace("\"", "").equals(part.eTag().replace("\"", ""))) {
        throw Answers.refusal(400, "InvalidPart");
      }
    }
    List<Content> parts = named.stream().map(it -> upload.parts().get(it.partNumber())).toList();
    if (parts.stream().limit(parts.size() - 1).anyMatch(it -> it.size() < SMALLEST_PART)) {
      throw Answers.refusal(400, "EntityTooSmall");
    }
    return parts;
  }
}
