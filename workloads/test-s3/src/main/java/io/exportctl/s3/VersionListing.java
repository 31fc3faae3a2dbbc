package io.exportctl.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Lists versions and delete markers page by page. */
record VersionListing(State state) {

  ListObjectVersionsResponse answer(ListObjectVersionsRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    String prefix = Texts.orEmpty(request.prefix());
    int limit = state.limit(request.maxKeys());
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
            .keyMarker(Texts.orEmpty(request.keyMarker()))
            .versionIdMarker(Texts.orEmpty(request.versionIdMarker()))
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
    String marker = Texts.orEmpty(request.keyMarker());
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
        .storageClass(version.storageClass())
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
}
