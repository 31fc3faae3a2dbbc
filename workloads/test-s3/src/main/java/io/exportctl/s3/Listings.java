package io.exportctl.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Requests that list page by page. Keys are plain; the HTTP server encodes them. */
record Listings(State state, Uploads uploads) {

  ListObjectVersionsResponse versions(ListObjectVersionsRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    String prefix = orEmpty(request.prefix());
    int limit = limit(request.maxKeys());
    List<StoredVersion> page = new ArrayList<>();
    boolean more = false;
    for (StoredVersion next : after(bucket, request, prefix)) {
      if (page.size() == limit) {
        more = true;
        break;
      }
      page.add(next);
    }
    ListObjectVersionsResponse.Builder answer =
        ListObjectVersionsResponse.builder()
            .name(request.bucket())
            .prefix(prefix)
            .keyMarker(orEmpty(request.keyMarker()))
            .versionIdMarker(orEmpty(request.versionIdMarker()))
            .maxKeys(limit)
            .encodingType(request.encodingType())
            .isTruncated(more)
            .versions(
                page.stream().filter(StoredVersion::isData).map(it -> data(bucket, it)).toList())
            .deleteMarkers(
                page.stream().filter(it -> !it.isData()).map(it -> marker(bucket, it)).toList());
    if (more) {
      StoredVersion last = page.get(page.size() - 1);
      answer.nextKeyMarker(last.key()).nextVersionIdMarker(last.versionId());
    }
    return answer.build();
  }

  /** Returns one entry more than a page, from the request's markers on. */
  private List<StoredVersion> after(
      Bucket bucket, ListObjectVersionsRequest request, String prefix) {
    String marker = orEmpty(request.keyMarker());
    boolean withinKey = request.versionIdMarker() != null;
    String from = Keys.ORDER.compare(marker, prefix) > 0 ? marker : prefix;
    List<StoredVersion> found = new ArrayList<>();
    for (Map.Entry<String, List<StoredVersion>> entry :
        bucket.keys.tailMap(from, true).entrySet()) {
      if (!entry.getKey().startsWith(prefix) || found.size() > state.pageSize) {
        break;
      }
      boolean reached = !entry.getKey().equals(marker);
      for (StoredVersion version : entry.getValue()) {
        if (reached) {
          found.add(version);
        } else if (withinKey && version.versionId().equals(request.versionIdMarker())) {
          reached = true;
        }
      }
    }
    return found;
  }

  private static ObjectVersion data(Bucket bucket, StoredVersion version) {
    return ObjectVersion.builder()
        .key(version.key())
        .versionId(version.versionId())
        .isLatest(isLatest(bucket, version))
        .lastModified(version.lastModified())
        .eTag(version.etag())
        .size(version.size())
        .storageClass(storageClass(version))
        .build();
  }

  private static DeleteMarkerEntry marker(Bucket bucket, StoredVersion version) {
    return DeleteMarkerEntry.builder()
        .key(version.key())
        .versionId(version.versionId())
        .isLatest(isLatest(bucket, version))
        .lastModified(version.lastModified())
        .build();
  }

  private static boolean isLatest(Bucket bucket, StoredVersion version) {
    return bucket.versions(version.key()).get(0).order() == version.order();
  }

  ListObjectsV2Response objects(ListObjectsV2Request request) {
    Bucket bucket = state.bucket(request.bucket());
    String prefix = orEmpty(request.prefix());
    String delimiter = orEmpty(request.delimiter());
    String after =
        orEmpty(
            request.continuationToken() == null
                ? request.startAfter()
                : request.continuationToken());
    int limit = limit(request.maxKeys());
    List<S3Object> page = new ArrayList<>();
    TreeSet<String> folders = new TreeSet<>(Keys.ORDER);
    String last = after;
    boolean more = false;
    NavigableMap<String, List<StoredVersion>> rest =
        Keys.ORDER.compare(after, prefix) >= 0
            ? bucket.keys.tailMap(after, false)
            : bucket.keys.tailMap(prefix, true);
    for (String key : rest.keySet()) {
      if (!key.startsWith(prefix)) {
        break;
      }
      Optional<StoredVersion> current = bucket.current(key);
      Optional<String> folder = folder(key, prefix, delimiter);
      boolean told =
          folder.isPresent() && key.startsWith(folder.get()) && last.equals(folder.get());
      if (current.isEmpty() || told) {
        continue;
      }
      if (page.size() + folders.size() == limit) {
        more = true;
        break;
      }
      folder.ifPresentOrElse(folders::add, () -> page.add(object(current.get())));
      last = folder.orElse(key);
    }
    return ListObjectsV2Response.builder()
        .name(request.bucket())
        .prefix(prefix)
        .delimiter(request.delimiter())
        .maxKeys(limit)
        .keyCount(page.size() + folders.size())
        .encodingType(request.encodingType())
        .startAfter(request.startAfter())
        .continuationToken(request.continuationToken())
        .isTruncated(more)
        .nextContinuationToken(more ? last : null)
        .contents(page)
        .commonPrefixes(
            folders.stream().map(it -> CommonPrefix.builder().prefix(it).build()).toList())
        .build();
  }

  private static Optional<String> folder(String key, String prefix, String delimiter) {
    int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end + delimiter.length()));
  }

  private static S3Object object(StoredVersion version) {
    return S3Object.builder()
        .key(version.key())
        .lastModified(version.lastModified())
        .eTag(version.etag())
        .size(version.size())
        .storageClass(storageClass(version))
        .build();
  }

  ListPartsResponse parts(ListPartsRequest request) {
    Upload upload = uploads.find(request.bucket(), request.uploadId());
    int after = request.partNumberMarker() == null ? 0 : request.partNumberMarker();
    int limit = limit(request.maxParts());
    List<Part> page =
        upload.parts().tailMap(after, false).entrySet().stream()
            .limit(limit)
            .map(it -> part(upload, it.getKey(), it.getValue()))
            .toList();
    int last = page.isEmpty() ? after : page.get(page.size() - 1).partNumber();
    return ListPartsResponse.builder()
        .bucket(request.bucket())
        .key(request.key())
        .uploadId(upload.id())
        .partNumberMarker(after)
        .nextPartNumberMarker(last)
        .maxParts(limit)
        .isTruncated(!upload.parts().tailMap(last, false).isEmpty())
        .checksumAlgorithm(upload.algorithm())
        .parts(page)
        .build();
  }

  private static Part part(Upload upload, int number, Content content) {
    return State.tell(Uploads.sum(upload, content), Part.builder())
        .partNumber(number)
        .eTag(Upload.etag(content))
        .size(content.size())
        .lastModified(upload.begun())
        .build();
  }

  ListMultipartUploadsResponse uploads(ListMultipartUploadsRequest request) {
    String prefix = orEmpty(request.prefix());
    return ListMultipartUploadsResponse.builder()
        .bucket(request.bucket())
        .prefix(prefix)
        .encodingType(request.encodingType())
        .isTruncated(false)
        .uploads(
            state.bucket(request.bucket()).uploads.values().stream()
                .filter(it -> it.key().startsWith(prefix))
                .map(
                    it ->
                        MultipartUpload.builder()
                            .key(it.key())
                            .uploadId(it.id())
                            .initiated(it.begun())
                            .build())
                .toList())
        .build();
  }

  private int limit(Integer asked) {
    return asked == null ? state.pageSize : Math.min(asked, state.pageSize);
  }

  private static String storageClass(StoredVersion version) {
    String told = version.attributes().get("StorageClass");
    return told.isEmpty() ? "STANDARD" : told;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
