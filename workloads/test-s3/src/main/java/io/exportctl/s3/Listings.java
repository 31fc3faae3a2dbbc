package io.exportctl.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Requests that list objects, parts and uploads page by page. Keys are plain; the HTTP server
 * encodes them.
 */
record Listings(State state, Uploads uploads) {

  ListObjectsV2Response objects(ListObjectsV2Request request) {
    Bucket bucket = state.bucket(request.bucket());
    String prefix = Texts.orEmpty(request.prefix());
    String delimiter = Texts.orEmpty(request.delimiter());
    String after =
        Texts.orEmpty(
            request.continuationToken() == null
                ? request.startAfter()
                : request.continuationToken());
    int limit = state.limit(request.maxKeys());
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
        .storageClass(version.storageClass())
        .build();
  }

  ListPartsResponse parts(ListPartsRequest request) {
    Upload upload = uploads.find(request.bucket(), request.uploadId());
    int after = request.partNumberMarker() == null ? 0 : request.partNumberMarker();
    int limit = state.limit(request.maxParts());
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
    String prefix = Texts.orEmpty(request.prefix());
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
}
