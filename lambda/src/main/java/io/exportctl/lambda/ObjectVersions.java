package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * Versions of one key in the export bucket, which decide whenever HEAD or DELETE are ambiguous.
 *
 * @param current id of the current version, unless it is a delete marker
 * @param newest id of the newest version that is data, current or not
 * @param newestRepeated true if an older version may have the same ETag as the newest; also if the
 *     list was not read to its end
 */
record ObjectVersions(Optional<String> current, Optional<String> newest, boolean newestRepeated) {

  /** Maximum number of pages of 1,000 versions and delete markers. */
  static final int MAX_PAGES = 20;

  /**
   * Lists the key's versions. A listing by prefix returns longer keys as well; the entries of the
   * exact key come first, newest first.
   *
   * @throws MoveStopped if more delete markers lie on top of the data than are read
   */
  static ObjectVersions list(S3Client s3, String bucket, String key) {
    List<ObjectVersion> data = new ArrayList<>();
    ListObjectVersionsRequest.Builder request =
        ListObjectVersionsRequest.builder()
            .bucket(bucket)
            .prefix(key)
            // XML cannot hold every character that a key may have; the SDK decodes the answer.
            .encodingType(EncodingType.URL);
    boolean more = true;
    // The newest data version is enough: a history of more than a page is rare, and reading all of
    // it to see if the newest version repeats an older one costs more than a copy.
    for (int page = 0; more && data.isEmpty() && page < MAX_PAGES; page++) {
      ListObjectVersionsResponse response = s3.listObjectVersions(request.build());
      response.versions().stream().filter(version -> version.key().equals(key)).forEach(data::add);
      more = Boolean.TRUE.equals(response.isTruncated()) && endsWith(response, key);
      request.keyMarker(response.nextKeyMarker()).versionIdMarker(response.nextVersionIdMarker());
    }
    if (more && data.isEmpty()) {
      throw MoveStopped.failed(
          "more than %d pages of delete markers lie on the file".formatted(MAX_PAGES));
    }
    return of(data, more);
  }

  private static ObjectVersions of(List<ObjectVersion> data, boolean incomplete) {
    Optional<ObjectVersion> newest = data.stream().findFirst();
    boolean repeated =
        incomplete || data.stream().skip(1).anyMatch(it -> it.eTag().equals(newest.get().eTag()));
    return new ObjectVersions(
        newest.filter(ObjectVersion::isLatest).map(ObjectVersion::versionId),
        newest.map(ObjectVersion::versionId),
        repeated);
  }

  /** Returns true if the next page may continue with the same key. */
  private static boolean endsWith(ListObjectVersionsResponse response, String key) {
    return response.versions().stream().map(ObjectVersion::key).allMatch(key::equals)
        && response.deleteMarkers().stream().map(DeleteMarkerEntry::key).allMatch(key::equals);
  }
}
