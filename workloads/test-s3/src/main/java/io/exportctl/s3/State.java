package io.exportctl.s3;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.Tag;

/** Buckets, clock, and the counter for version ids. */
final class State {

  private static final String NULL = "null";

  final Map<String, Bucket> buckets = new TreeMap<>();
  InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  /** Maximum number of entries in a page of a listing. */
  int pageSize = 1000;

  private long count;

  Bucket bucket(String name) {
    return Optional.ofNullable(buckets.get(name))
        .orElseThrow(() -> Answers.refusal(404, "NoSuchBucket"));
  }

  long next() {
    count++;
    return count;
  }

  static String versionId(Bucket bucket, long order) {
    return bucket.versioning == Bucket.Versioning.ENABLED ? "v" + order : NULL;
  }

  /** Version id in answers; null if versioning was never enabled. */
  static String told(Bucket bucket, String versionId) {
    return bucket.versioning == Bucket.Versioning.NEVER && versionId.equals(NULL)
        ? null
        : versionId;
  }

  /** Adds a version that was written in one piece. */
  StoredVersion add(
      Bucket bucket,
      String key,
      Content content,
      ChecksumAlgorithm algorithm,
      Attributes attributes,
      List<Tag> tags) {
    long order = next();
    StoredVersion version =
        new StoredVersion(
            key,
            versionId(bucket, order),
            order,
            clock.instant(),
            Optional.of(content),
            Upload.etag(content),
            new StoredVersion.Sum(algorithm, content.digests().of(algorithm)),
            attributes,
            tags);
    bucket.add(version);
    return version;
  }

  /** Adds a delete marker. */
  StoredVersion mark(Bucket bucket, String key) {
    long order = next();
    StoredVersion marker =
        new StoredVersion(
            key,
            versionId(bucket, order),
            order,
            clock.instant(),
            Optional.empty(),
            "",
            new StoredVersion.Sum(ChecksumAlgorithm.CRC64_NVME, ""),
            new Attributes(Map.of()),
            List.of());
    bucket.add(marker);
    return marker;
  }

  /** Sets the answer's fields for the checksum. */
  static <T extends SdkPojo> T tell(StoredVersion.Sum sum, T answer) {
    for (SdkField<?> field : answer.sdkFields()) {
      if (field.memberName().equals("Checksum" + sum.algorithm())) {
        field.set(answer, sum.value());
      } else if (field.memberName().equals("ChecksumType")) {
        field.set(answer, sum.isComposite() ? "COMPOSITE" : "FULL_OBJECT");
      }
    }
    return answer;
  }

  /** Algorithm that a request specifies, by name or by a checksum; otherwise S3's default. */
  static ChecksumAlgorithm algorithm(SdkPojo request) {
    String found = ChecksumAlgorithm.CRC64_NVME.toString();
    for (SdkField<?> field : request.sdkFields()) {
      if (field.getValueOrDefault(request) instanceof String value) {
        if (field.memberName().equals("ChecksumAlgorithm")) {
          return ChecksumAlgorithm.fromValue(value);
        }
        if (field.memberName().startsWith("Checksum") && value.endsWith("=")) {
          found = field.memberName().substring("Checksum".length());
        }
      }
    }
    return ChecksumAlgorithm.fromValue(found);
  }

  /** Refuses a body that does not match the request's checksum. */
  static void checkSums(SdkPojo request, Content content) {
    for (SdkField<?> field : request.sdkFields()) {
      if (field.memberName().matches("Checksum(CRC32|CRC32C|CRC64NVME|SHA1|SHA256)")
          && field.getValueOrDefault(request) instanceof String value) {
        String name = field.memberName().substring("Checksum".length());
        if (!content.digests().of(ChecksumAlgorithm.fromValue(name)).equals(value)) {
          throw Answers.refusal(400, "BadDigest");
        }
      }
    }
  }

  /** Number of entries in a page, of which the request may ask for fewer. */
  int limit(Integer asked) {
    return asked == null ? pageSize : Math.min(asked, pageSize);
  }
}
