package io.exportctl.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.AnnotationDirective;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/**
 * S3 in memory, as far as the mover knows it: versions, markers, tags, preconditions, a journal of
 * all calls, and faults before or after a call takes effect.
 */
final class FakeS3 implements S3Client {

  static final String EXPORT = "export-bucket";
  static final String TARGET = "target-bucket";

  /** One version, or a delete marker when it has no body. */
  record Stored(
      String key,
      String versionId,
      Optional<String> body,
      long size,
      Map<String, String> metadata,
      List<Tag> tags,
      Optional<String> kmsKey) {

    String etag() {
      return '"' + md5(body.orElseThrow()) + '"';
    }

    private Stored withTags(List<Tag> newTags) {
      return new Stored(key, versionId, body, size, metadata, newTags, kmsKey);
    }
  }

  /** A part that was copied from some bytes, both ends included, of an object. */
  record Piece(String body, long first, long last) {}

  record Upload(
      CreateMultipartUploadRequest request, String versionId, NavigableMap<Integer, Piece> parts) {}

  /** A process that ends there and then: nothing of ours may catch it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private record Rule(String operation, boolean before, AtomicInteger times, Runnable effect) {}

  final List<String> journal = new ArrayList<>();

  /** What was ever written to the export bucket: key and body. */
  final List<String> written = new ArrayList<>();

  /** "Enabled", "Suspended" or "" as GetBucketVersioning has it. */
  String versioning = "Enabled";

  /** Whether HEAD answers 403 for a key that is not there. */
  boolean mayListBucket = true;

  /** Whether of two uploads to the target the one that began last counts, whichever ends last. */
  boolean targetVersioned;

  /** Whether the receiver lets the function look at what is in the target. */
  boolean mayReadTarget = true;

  int pageSize = 1000;

  /** Called before every call, outside of the lock: a test's scheduler. */
  Runnable gate = () -> {};

  UnaryOperator<CopyObjectResponse> copyAnswer = response -> response;

  UnaryOperator<CopyPartResult> partAnswer = result -> result;
  UnaryOperator<CompleteMultipartUploadResponse> completeAnswer = response -> response;

  /** Multipart uploads that have neither been completed nor aborted, by their ids. */
  final Map<String, Upload> uploads = new TreeMap<>();

  private final Map<String, List<Stored>> buckets = new TreeMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private int lastVersion;

  FakeS3() {
    buckets.put(EXPORT, new ArrayList<>());
    buckets.put(TARGET, new ArrayList<>());
  }

  // What tests do to it.

  synchronized String write(String key, String body, Tag... tags) {
    return write(key, body, body.getBytes(UTF_8).length, Map.of("from", body), tags);
  }

  synchronized String write(
      String key, String body, long size, Map<String, String> metadata, Tag... tags) {
    written.add(key + "=" + body);
    return add(
        EXPORT,
        new Stored(
            key,
            versioning.equals("Enabled") ? nextId() : "null",
            Optional.of(body),
            size,
            metadata,
            List.of(tags),
            Optional.empty()));
  }

  /** A version from before versioning was on. */
  synchronized void writeUnversioned(String key, String body) {
    written.add(key + "=" + body);
    add(
        EXPORT,
        new Stored(key, "null", Optional.of(body), 1, Map.of(), List.of(), Optional.empty()));
  }

  synchronized void mark(String key) {
    add(EXPORT, marker(key, nextId()));
  }

  /** As if what was written to the target had never been there. */
  synchronized void dropCopies(String key) {
    buckets.get(TARGET).removeIf(it -> it.key().equals(key));
  }

  synchronized void dropTarget() {
    buckets.remove(TARGET);
  }

  synchronized Optional<Stored> current(String bucket, String key) {
    return versions(bucket, key).stream().findFirst().filter(it -> it.body().isPresent());
  }

  /** Newest first. */
  synchronized List<Stored> versions(String bucket, String key) {
    return buckets.get(bucket).stream().filter(it -> it.key().equals(key)).toList();
  }

  synchronized String target(String key) {
    return current(TARGET, key).flatMap(Stored::body).orElse("nothing");
  }

  /** All bodies that the export bucket still has, as {@link #written} tells them. */
  synchronized List<String> readable() {
    return buckets.get(EXPORT).stream()
        .filter(it -> it.body().isPresent())
        .map(it -> it.key() + "=" + it.body().get())
        .toList();
  }

  void before(String operation, Runnable effect) {
    rules.add(new Rule(operation, true, new AtomicInteger(1), effect));
  }

  void after(String operation, Runnable effect) {
    rules.add(new Rule(operation, false, new AtomicInteger(1), effect));
  }

  /** An empty operation stands for all of them. */
  void beforeEvery(String operation, Runnable effect) {
    rules.add(new Rule(operation, true, new AtomicInteger(Integer.MAX_VALUE), effect));
  }

  void afterEvery(String operation, Runnable effect) {
    rules.add(new Rule(operation, false, new AtomicInteger(Integer.MAX_VALUE), effect));
  }

  /** Fails so many calls before they take effect. */
  void fail(String operation, int times, RuntimeException failure) {
    rules.add(new Rule(operation, true, new AtomicInteger(times), thrower(failure)));
  }

  /** Fails one call that nevertheless takes effect. */
  void failThoughApplied(String operation, RuntimeException failure) {
    rules.add(new Rule(operation, false, new AtomicInteger(1), thrower(failure)));
  }

  void heal() {
    rules.clear();
  }

  static S3Exception answer(int status, String code) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .message("told by S3")
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  // S3.

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    return call(
        "HeadObject",
        request.key() + (request.versionId() == null ? "" : " " + request.versionId()),
        () -> {
          if (request.checksumMode() != ChecksumMode.ENABLED) {
            throw new AssertionError("HEAD does not ask for checksums");
          }
          if (request.bucket().equals(TARGET) && !mayReadTarget) {
            throw answer(403, null);
          }
          List<Stored> all = versions(request.bucket(), request.key());
          Stored found =
              all.stream()
                  .filter(
                      it ->
                          request.versionId() == null || it.versionId().equals(request.versionId()))
                  .findFirst()
                  .filter(it -> it.body().isPresent())
                  .orElseThrow(() -> answer(mayListBucket ? 404 : 403, null));
          return HeadObjectResponse.builder()
              .versionId(versioning.isEmpty() ? null : found.versionId())
              .eTag(found.etag())
              .contentLength(found.size())
              .metadata(found.metadata())
              .tagCount(found.tags().isEmpty() ? null : found.tags().size())
              .checksumCRC64NVME("crc of " + found.body().get())
              .checksumType(ChecksumType.FULL_OBJECT)
              .build();
        });
  }

  @Override
  public CopyObjectResponse copyObject(CopyObjectRequest request) {
    return call(
        "CopyObject",
        request.sourceKey() + " " + request.sourceVersionId(),
        () -> copyAnswer.apply(applyCopy(request)));
  }

  private CopyObjectResponse applyCopy(CopyObjectRequest request) {
    if (request.annotationDirective() != AnnotationDirective.EXCLUDE
        || !request.aclAsString().equals("bucket-owner-full-control")
        || request.storageClass() != null) {
      throw new AssertionError("the copy lacks what receivers expect: " + request);
    }
    Stored source =
        source(
            request.sourceBucket(),
            request.sourceKey(),
            request.sourceVersionId(),
            request.copySourceIfMatch());
    if (source.size() > 5L << 30) {
      throw answer(400, "InvalidRequest");
    }
    if (!buckets.containsKey(request.destinationBucket())) {
      throw answer(404, "NoSuchBucket");
    }
    boolean replace = request.taggingDirective() == TaggingDirective.REPLACE;
    add(
        request.destinationBucket(),
        new Stored(
            request.destinationKey(),
            nextId(),
            source.body(),
            source.size(),
            source.metadata(),
            replace ? tagsOf(request.tagging()) : source.tags(),
            Optional.ofNullable(request.ssekmsKeyId())));
    return CopyObjectResponse.builder()
        .copyObjectResult(
            CopyObjectResult.builder()
                .eTag(source.etag())
                .checksumCRC64NVME("crc of " + source.body().get())
                .checksumType(ChecksumType.FULL_OBJECT)
                .build())
        .build();
  }

  @Override
  public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
    return call(
        "CreateMultipartUpload",
        request.key(),
        () -> {
          if (!buckets.containsKey(request.bucket())) {
            throw answer(404, "NoSuchBucket");
          }
          String versionId = nextId();
          String id = "upload" + versionId;
          uploads.put(id, new Upload(request, versionId, new TreeMap<>()));
          return CreateMultipartUploadResponse.builder().uploadId(id).build();
        });
  }

  @Override
  public UploadPartCopyResponse uploadPartCopy(UploadPartCopyRequest request) {
    return call(
        "UploadPartCopy",
        "%s %s %d %s"
            .formatted(
                request.sourceKey(),
                request.sourceVersionId(),
                request.partNumber(),
                request.copySourceRange()),
        () -> {
          Stored source =
              source(
                  request.sourceBucket(),
                  request.sourceKey(),
                  request.sourceVersionId(),
                  request.copySourceIfMatch());
          String[] range = request.copySourceRange().replace("bytes=", "").split("-", -1);
          long first = Long.parseLong(range[0]);
          long last = Long.parseLong(range[1]);
          if (last >= source.size() || last - first >= 5L << 30) {
            throw answer(400, "InvalidRange");
          }
          upload(request.uploadId())
              .parts()
              .put(request.partNumber(), new Piece(source.body().get(), first, last));
          return UploadPartCopyResponse.builder()
              .copyPartResult(
                  partAnswer.apply(CopyPartResult.builder().eTag("part " + last).build()))
              .build();
        });
  }

  @Override
  public ListPartsResponse listParts(ListPartsRequest request) {
    return call(
        "ListParts",
        request.key(),
        () -> {
          int after = request.partNumberMarker() == null ? 0 : request.partNumberMarker();
          List<Part> rest =
              upload(request.uploadId()).parts().tailMap(after, false).entrySet().stream()
                  .map(
                      it ->
                          Part.builder()
                              .partNumber(it.getKey())
                              .eTag("part " + it.getValue().last())
                              .size(it.getValue().last() - it.getValue().first() + 1)
                              .build())
                  .toList();
          List<Part> page = rest.subList(0, Math.min(pageSize, rest.size()));
          return ListPartsResponse.builder()
              .parts(page)
              .isTruncated(page.size() < rest.size())
              .nextPartNumberMarker(page.isEmpty() ? null : page.get(page.size() - 1).partNumber())
              .build();
        });
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      CompleteMultipartUploadRequest request) {
    return call(
        "CompleteMultipartUpload",
        request.key(),
        () -> {
          Upload upload = upload(request.uploadId());
          List<Piece> pieces =
              request.multipartUpload().parts().stream()
                  .map(part -> upload.parts().get(part.partNumber()))
                  .toList();
          long size = 0;
          for (Piece piece : pieces) {
            if (piece.first() != size) {
              throw new AssertionError("parts that do not follow one another: " + pieces);
            }
            size = piece.last() + 1;
          }
          if (request.mpuObjectSize() != size) {
            throw answer(400, "InvalidRequest");
          }
          List<String> bodies = pieces.stream().map(Piece::body).distinct().toList();
          uploads.remove(request.uploadId());
          add(
              request.bucket(),
              new Stored(
                  request.key(),
                  targetVersioned ? upload.versionId() : nextId(),
                  Optional.of(String.join("+", bodies)),
                  size,
                  upload.request().metadata(),
                  upload.request().tagging() == null
                      ? List.of()
                      : tagsOf(upload.request().tagging()),
                  Optional.ofNullable(upload.request().ssekmsKeyId())));
          return completeAnswer.apply(
              CompleteMultipartUploadResponse.builder()
                  .eTag("\"whole-" + pieces.size() + "\"")
                  .checksumCRC64NVME("crc of " + String.join("+", bodies))
                  .checksumType(ChecksumType.FULL_OBJECT)
                  .build());
        });
  }

  @Override
  public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest request) {
    return call(
        "AbortMultipartUpload",
        request.key(),
        () -> {
          upload(request.uploadId());
          uploads.remove(request.uploadId());
          return AbortMultipartUploadResponse.builder().build();
        });
  }

  private Upload upload(String id) {
    return Optional.ofNullable(uploads.get(id)).orElseThrow(() -> answer(404, "NoSuchUpload"));
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    return call(
        "DeleteObject",
        request.key(),
        () -> {
          if (request.versionId() != null || request.ifMatch() == null) {
            throw new AssertionError("a delete that the role does not allow: " + request);
          }
          Optional<Stored> current = current(request.bucket(), request.key());
          if (current.isEmpty()) {
            throw answer(404, "NoSuchKey");
          }
          if (!current.get().etag().equals(request.ifMatch())) {
            throw answer(412, "PreconditionFailed");
          }
          String id = versioning.equals("Enabled") ? nextId() : "null";
          return DeleteObjectResponse.builder()
              .deleteMarker(true)
              .versionId(add(request.bucket(), marker(request.key(), id)))
              .build();
        });
  }

  @Override
  public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
    return call(
        "ListObjectVersions",
        request.prefix(),
        () -> {
          List<Stored> all = buckets.get(request.bucket());
          List<Stored> sorted =
              all.stream()
                  .filter(it -> it.key().startsWith(request.prefix()))
                  .sorted(Comparator.comparing(Stored::key))
                  .toList();
          int from = 0;
          for (int i = 0; i < sorted.size() && request.keyMarker() != null; i++) {
            if (sorted.get(i).key().equals(request.keyMarker())
                && sorted.get(i).versionId().equals(request.versionIdMarker())) {
              from = i + 1;
            }
          }
          int to = Math.min(sorted.size(), from + pageSize);
          List<ObjectVersion> data = new ArrayList<>();
          List<DeleteMarkerEntry> markers = new ArrayList<>();
          for (Stored it : sorted.subList(from, to)) {
            boolean latest = versions(request.bucket(), it.key()).get(0).equals(it);
            if (it.body().isPresent()) {
              data.add(
                  ObjectVersion.builder()
                      .key(it.key())
                      .versionId(it.versionId())
                      .eTag(it.etag())
                      .size(it.size())
                      .isLatest(latest)
                      .build());
            } else {
              markers.add(
                  DeleteMarkerEntry.builder()
                      .key(it.key())
                      .versionId(it.versionId())
                      .isLatest(latest)
                      .build());
            }
          }
          ListObjectVersionsResponse.Builder response =
              ListObjectVersionsResponse.builder()
                  .versions(data)
                  .deleteMarkers(markers)
                  .isTruncated(to < sorted.size());
          if (to < sorted.size()) {
            response
                .nextKeyMarker(sorted.get(to - 1).key())
                .nextVersionIdMarker(sorted.get(to - 1).versionId());
          }
          return response.build();
        });
  }

  @Override
  public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest request) {
    return call(
        "GetObjectTagging",
        request.key() + " " + request.versionId(),
        () ->
            GetObjectTaggingResponse.builder()
                .tagSet(exact(request.bucket(), request.key(), request.versionId()).tags())
                .build());
  }

  @Override
  public PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest request) {
    return call(
        "PutObjectTagging",
        request.key() + " " + request.versionId(),
        () -> {
          Stored old = exact(request.bucket(), request.key(), request.versionId());
          if (request.tagging().tagSet().size() > 10) {
            throw answer(400, "BadRequest");
          }
          List<Stored> all = buckets.get(request.bucket());
          all.set(all.indexOf(old), old.withTags(request.tagging().tagSet()));
          return PutObjectTaggingResponse.builder().build();
        });
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}

  private <T> T call(String operation, String what, Supplier<T> effect) {
    gate.run();
    fire(operation, true);
    T answer;
    synchronized (this) {
      journal.add(operation + " " + what);
      answer = effect.get();
    }
    fire(operation, false);
    return answer;
  }

  /** Not under the lock: an effect may block, or write to the bucket itself. */
  private void fire(String operation, boolean before) {
    List<Rule> due;
    synchronized (this) {
      due =
          rules.stream()
              .filter(rule -> rule.before() == before && rule.times().get() > 0)
              .filter(rule -> rule.operation().equals(operation) || rule.operation().isEmpty())
              .toList();
      due.forEach(rule -> rule.times().decrementAndGet());
    }
    due.forEach(rule -> rule.effect().run());
  }

  private Stored exact(String bucket, String key, String versionId) {
    return versions(bucket, key).stream()
        .filter(it -> it.versionId().equals(versionId))
        .findFirst()
        .orElseThrow(() -> answer(404, "NoSuchVersion"));
  }

  /** Newest first; a version with the id "null" takes the place of the one before. */
  private String add(String bucket, Stored version) {
    List<Stored> all = buckets.get(bucket);
    if (version.versionId().equals("null")) {
      all.removeIf(it -> it.key().equals(version.key()) && it.versionId().equals("null"));
    }
    int newer = 0;
    while (newer < all.size() && number(all.get(newer)) > number(version)) {
      newer++;
    }
    all.add(newer, version);
    return version.versionId();
  }

  private static int number(Stored version) {
    return version.versionId().equals("null")
        ? Integer.MAX_VALUE
        : Integer.parseInt(version.versionId().substring(1));
  }

  private String nextId() {
    lastVersion++;
    return "v" + lastVersion;
  }

  private static Stored marker(String key, String id) {
    return new Stored(key, id, Optional.empty(), 0, Map.of(), List.of(), Optional.empty());
  }

  private static List<Tag> tagsOf(String header) {
    return Pattern.compile("([^&=]+)=([^&]*)")
        .matcher(header)
        .results()
        .map(pair -> tag(pair.group(1), pair.group(2)))
        .toList();
  }

  /** The source of a copy, if it is still what was looked at. */
  private Stored source(String bucket, String key, String versionId, String ifMatch) {
    Stored source = exact(bucket, key, versionId);
    if (source.body().isEmpty()) {
      throw answer(404, "NoSuchKey");
    }
    if (!source.etag().equals(ifMatch)) {
      throw answer(412, "PreconditionFailed");
    }
    return source;
  }

  private static Runnable thrower(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static String md5(String body) {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8));
      return "%032x".formatted(new BigInteger(1, sum));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
